import { SMTPServer } from "smtp-server";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readChannels } from "../../gateway/consent/notices/channels.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer, type MadeServer } from "../gateway/kit/gateway.js";
import { startReceiver, type Receiver } from "../gateway/kit/receiver.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import type { Agent } from "./kit/agent.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

const settingsOf = useStores();
const minute = 60_000;
const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

interface Sent {
  readonly type: string;
  readonly data: { readonly approval_id: string; readonly url: string; readonly decided_by: string | null };
}

describe.each(storeKinds)("a notice of a call that waits, on %s,", (kind) => {
  let stub: ApiStub;
  let scene: PeopleScene;
  let hook: Receiver;
  let slack: Receiver;
  let mail: SMTPServer;
  let server: MadeServer;
  let ada: Agent;
  const mails: string[] = [];

  beforeAll(async () => {
    [stub, hook, slack] = [await startApiStub(), await startReceiver(), await startReceiver()];
    mail = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      onData(stream, _session, done) {
        let text = "";
        stream.on("data", (chunk) => (text += String(chunk)));
        stream.on("end", () => (mails.push(text), done()));
      },
    });
    await new Promise<void>((resolve) => mail.listen(0, "127.0.0.1", resolve));
    const smtp = `smtp://127.0.0.1:${(mail.server.address() as AddressInfo).port}`;
    const approvalChannels = readChannels({
      STANDPIPE_APPROVAL_WEBHOOK: `${hook.url}/hook`,
      STANDPIPE_APPROVAL_WEBHOOK_SECRET: secret,
      STANDPIPE_APPROVAL_SLACK: `${slack.url}/services/T0/B0/the-secret-of-slack`,
      STANDPIPE_APPROVAL_MAIL: smtp,
      STANDPIPE_APPROVAL_MAIL_FROM: "standpipe@example.com",
      STANDPIPE_APPROVAL_MAIL_TO: "sre@example.com",
    });
    scene = await openPeople({ ...(await settingsOf(kind)), baseUrls: [stub.url], approvalChannels });
    const account = await makeAccount(scene.on, stub.url, "Acme");
    const config = { surface: "full", confirm: "write" };
    server = await makeServer(scene.on, account, config, { name: "On <!channel> call" });
    ada = await scene.person("ada", [owners]);
  });
  afterAll(async () => {
    await scene?.close();
    await Promise.all([stub?.close(), hook?.close(), slack?.close()]);
    await new Promise<void>((resolve) => mail.close(() => resolve()));
  });
  afterEach(() => {
    scene.clock.set(0);
    hook.status = 204;
  });

  async function waiting(name: string): Promise<string> {
    const { result } = await call(server.url, "create_incident", { name });
    return /\/approvals\/(apr_\w+)/.exec(result!.content?.[0]?.text ?? "")![1]!;
  }

  const sent = () => hook.requests.map(({ body }) => JSON.parse(body.toString()) as Sent);
  const about = (approval: string) => sent().filter(({ data }) => data.approval_id === approval);
  const types = (approval: string) => about(approval).map(({ type }) => type);
  const soon = { timeout: 20_000, interval: 50 };

  async function decide(approval: string, decision: string): Promise<void> {
    const url = `${scene.on.url}/approvals/${approval}`;
    const [, csrf] = /name="csrf" value="([^"]+)"/.exec((await ada.open(url)).html)!;
    const body = new URLSearchParams({ csrf: csrf!, decision, reason: "Not now" });
    await ada.open(url, { method: "POST", body });
  }

  it("reaches each channel when the call waits and when it is decided, without arguments", async () => {
    const approval = await waiting("Secret plan");
    const link = `${scene.on.url}/approvals/${approval}`;
    const chats = () => slack.requests.map(({ body }) => body.toString()).filter((one) => one.includes(link));
    const letters = () => mails.map(decoded).filter((one) => one.includes(link));
    const counts = () => [chats().length, letters().length];
    await expect.poll(() => types(approval), soon).toEqual(["approval.asked"]);
    // A call that is decided is asked about no more.
    await expect.poll(counts, soon).toEqual([1, 1]);
    await decide(approval, "refuse");
    await expect.poll(() => types(approval), soon).toEqual(["approval.asked", "approval.refused"]);
    await expect.poll(counts, soon).toEqual([2, 2]);
    expect(chats()[1]).toContain("Refused by ada");
    expect(letters()[1]).toContain("Reason: Not now");
    // Names cannot call everyone of a chat.
    expect(chats()[0]).toContain("&lt;!channel&gt;");
    const all = JSON.stringify([
      sent(),
      slack.requests.map(({ body }) => body.toString()),
      mails.map(decoded),
    ]);
    for (const hidden of ["Secret plan", "the-secret-of-slack", secret]) expect(all).not.toContain(hidden);
  });

  it("is signed, leads to a page that needs a sign-in, and nothing in it approves", async () => {
    const approval = await waiting("Signed");
    await expect.poll(() => types(approval), soon).toEqual(["approval.asked"]);
    const { headers, body } = hook.requests.find((one) => one.body.includes(approval))!;
    const signed = headers as Record<string, string>;
    expect(new Webhook(secret).verify(body.toString(), signed)).toMatchObject({ type: "approval.asked" });
    expect(() => new Webhook(secret).verify(`${body.toString()} `, signed)).toThrow();
    const { url } = about(approval)[0]!.data;
    const page = await fetch(url, { redirect: "manual" });
    expect(page.headers.get("location")).toContain("/sign-in?next=");
    const answer = { method: "POST", body: new URLSearchParams({ decision: "approve" }) };
    await fetch(url, { ...answer, redirect: "manual" });
    expect((await ada.open(url)).html).toContain("Approve this call, once");
  });

  it("comes again after half of the time, and at the end if nobody decided", async () => {
    const [decided, ignored] = [await waiting("Decided"), await waiting("Ignored")];
    await expect.poll(() => types(ignored), soon).toEqual(["approval.asked"]);
    await decide(decided, "approve");
    await expect.poll(() => types(decided), soon).toEqual(["approval.asked", "approval.approved"]);
    scene.clock.set(6 * minute);
    await expect.poll(() => types(ignored), soon).toEqual(["approval.asked", "approval.reminder"]);
    scene.clock.set(11 * minute);
    await expect.poll(() => types(ignored).at(-1), soon).toBe("approval.expired");
    expect(types(decided)).toEqual(["approval.asked", "approval.approved"]);
  });

  it("is sent again with the same id while the receiver fails", async () => {
    hook.status = 503;
    const approval = await waiting("Again");
    const ids = () =>
      hook.requests.filter((one) => one.body.includes(approval)).map(({ headers }) => headers["webhook-id"]);
    await expect.poll(() => ids().length, soon).toBe(1);
    hook.status = 204;
    scene.clock.set(5_000);
    await expect.poll(() => ids().length, soon).toBe(2);
    expect(new Set(ids()).size).toBe(1);
    expect(scene.on.logged()).toContain("approval_notice_failed");
  });
});

it.each<[string, Record<string, string>, RegExp]>([
  [
    "a webhook without a secret",
    { STANDPIPE_APPROVAL_WEBHOOK: "https://x.example" },
    /WEBHOOK_SECRET: must be/,
  ],
  ["Slack without a URL", { STANDPIPE_APPROVAL_SLACK: "slack" }, /STANDPIPE_APPROVAL_SLACK: must be/],
  [
    "mail without a receiver",
    { STANDPIPE_APPROVAL_MAIL: "smtp://x", STANDPIPE_APPROVAL_MAIL_FROM: "a@b" },
    /MAIL_TO/,
  ],
])("the settings refuse %s", (_, env, want) => {
  expect(() => readChannels(env)).toThrow(want);
});

/** The text of a mail without its transfer encoding. */
function decoded(mail: string): string {
  return mail
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
