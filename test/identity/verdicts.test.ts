import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer, type MadeServer } from "../gateway/kit/gateway.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import type { Agent } from "./kit/agent.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

const settingsOf = useStores();
const minute = 60_000;

describe.each(storeKinds)("what people decide about a call, on %s,", (kind) => {
  let stub: ApiStub;
  let scene: PeopleScene;
  let account: string;
  let ada: Agent;

  beforeAll(async () => {
    stub = await startApiStub();
    scene = await openPeople({ ...(await settingsOf(kind)), baseUrls: [stub.url] });
    account = await makeAccount(scene.on, stub.url, "Acme");
    ada = await scene.person("ada", [owners]);
  });
  afterAll(async () => {
    await scene?.close();
    await stub?.close();
  });
  afterEach(() => scene.clock.set(0));

  const serverWith = (config: object = {}) =>
    makeServer(scene.on, account, { surface: "full", confirm: "write", ...config }, { name: "On call" });

  async function textOf({ url }: MadeServer, name: string): Promise<string> {
    const { result } = await call(url, "create_incident", { name });
    return result!.content?.[0]?.text ?? "";
  }

  async function waiting(server: MadeServer, name: string): Promise<string> {
    return /\/approvals\/(apr_\w+)/.exec(await textOf(server, name))![1]!;
  }

  async function decide(approval: string, fields: Record<string, string>): Promise<string> {
    const url = `${scene.on.url}/approvals/${approval}`;
    const [, csrf] = /name="csrf" value="([^"]+)"/.exec((await ada.open(url)).html)!;
    const body = new URLSearchParams({ csrf: csrf!, ...fields });
    return (await ada.open(url, { method: "POST", body })).html;
  }

  const isAsking = (text: string) => text.includes("/approvals/apr_");

  it("a refusal gives the model the person's reason, and the log has it", async () => {
    const server = await serverWith();
    const approval = await waiting(server, "Outage");
    const page = await decide(approval, { decision: "refuse", reason: 'Use the "payments" runbook first.' });
    expect(page).toContain("The client gets this reason");
    const text = await textOf(server, "Outage");
    expect(text).toContain("A person refused this call; it was not made.");
    expect(text).toContain("payments");
    const { body } = await scene.on.ask<{ result: { detail: object }[] }>(
      "GET",
      "/log?action=approval.refuse&limit=1",
    );
    expect(body.result[0]!.detail).toMatchObject({ reason: 'Use the "payments" runbook first.' });
  });

  it("a call waits for as long as the server URL says", async () => {
    const [short, long] = [
      await serverWith({ approval_minutes: 1 }),
      await serverWith({ approval_minutes: 60 }),
    ];
    const [first, second] = [await waiting(short, "Short"), await waiting(long, "Long")];
    scene.clock.set(2 * minute);
    expect(await decide(second, { decision: "approve" })).toContain(
      "Approved. The client can make this call",
    );
    expect((await ada.open(`${scene.on.url}/approvals/${first}`)).html).toContain("Expired.");
  });

  describe("an approval for an hour", () => {
    it("is for exactly this call, again and again, until the hour is over", async () => {
      const server = await serverWith({ approve_for_hour: true });
      const page = await decide(await waiting(server, "Drill"), { decision: "approve_hour" });
      expect(page).toContain("Approved for an hour");
      for (const after of [0, 20, 59]) {
        scene.clock.set(after * minute);
        expect(isAsking(await textOf(server, "Drill"))).toBe(false);
      }
      expect(isAsking(await textOf(server, "Another drill"))).toBe(true);
      expect(isAsking(await textOf(await serverWith({ approve_for_hour: true }), "Drill"))).toBe(true);
      scene.clock.set(61 * minute);
      expect(isAsking(await textOf(server, "Drill"))).toBe(true);
    });

    it("is for the incident among the arguments, and for no other one", async () => {
      const server = await serverWith({ approve_for_hour: true });
      const [one, other] = [1, 2].map((at) => `00000000-0000-4000-8000-00000000000${at}`);
      const update = async (incident_id: string | undefined, summary: string) => {
        const { result } = await call(server.url, "update_incident", { incident_id, summary });
        return result!.content?.[0]?.text ?? "";
      };
      const [, approval] = /\/approvals\/(apr_\w+)/.exec(await update(one, "Card payments fail"))!;
      expect(await decide(approval!, { decision: "approve_hour" })).toContain("Approved for an hour");
      for (const after of [0, 59]) {
        scene.clock.set(after * minute);
        expect(isAsking(await update(one, "Card payments fail"))).toBe(false);
        expect(isAsking(await update(other, "Card payments fail"))).toBe(true);
        expect(isAsking(await update(one, "Something else"))).toBe(true);
      }
    });

    it("is shown in the list, and a person can withdraw it", async () => {
      const server = await serverWith({ approve_for_hour: true });
      const approval = await waiting(server, "Withdrawn");
      await decide(approval, { decision: "approve_hour" });
      const list = await ada.open(`${scene.on.url}/approvals`);
      const standing = list.html.slice(list.html.indexOf("Approved for an hour"));
      expect(standing).toContain(approval);
      await decide(approval, { decision: "refuse" });
      expect(await textOf(server, "Withdrawn")).toContain("A person refused this call");
    });

    it("is not possible where the server URL does not allow it, and ends when it stops to", async () => {
      const strict = await serverWith();
      const refused = await waiting(strict, "Strict");
      expect((await ada.open(`${scene.on.url}/approvals/${refused}`)).html).not.toContain("for an hour");
      expect(await decide(refused, { decision: "approve_hour" })).toContain(
        "does not allow approvals for an hour",
      );
      expect(isAsking(await textOf(strict, "Strict"))).toBe(true);

      const server = await serverWith({ approve_for_hour: true });
      await decide(await waiting(server, "Loose"), { decision: "approve_hour" });
      expect(isAsking(await textOf(server, "Loose"))).toBe(false);
      const path = `/integrated-account/${account}/mcp/${server.id}`;
      const config = { approve_for_hour: false };
      expect((await scene.on.ask("PATCH", path, { config })).status).toBe(200);
      await expect.poll(async () => isAsking(await textOf(server, "Loose"))).toBe(true);
    });
  });

  it("the list has first what waits for the person, and apart what waits for others", async () => {
    const [open, closed] = [await serverWith(), await serverWith({ approvers: ["group:others"] })];
    const [theirs, others] = [await waiting(open, "For Ada"), await waiting(closed, "For others")];
    const { html } = await ada.open(`${scene.on.url}/approvals`);
    const at = html.indexOf("Waiting for other people");
    expect(html.indexOf(theirs)).toBeLessThan(at);
    expect(html.indexOf(others)).toBeGreaterThan(at);
  });
});
