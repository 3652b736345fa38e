import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call, testAdminToken, type MadeServer } from "../gateway/kit/requests.js";
import { inPrograms, programOf, type Send } from "../gateway/kit/program-road.js";
import { startTarget, type Target } from "./kit/target.js";

/* A caller who wants a write that a person must approve, with no person on its side. */

const [idA, idB] = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"];
let target: Target;
/** The team that is called Payments at the API. */
let payments: string;
beforeAll(async () => void (target = await startTarget()), 120_000);
afterAll(() => target?.stop());
beforeEach(() => {
  payments = idA;
  target.upstream.sent.length = 0;
  target.upstream.reply = ({ method, path }) => {
    if (method !== "GET" || !path.startsWith("/v1/teams")) return { status: 201, body: '{"id":"made"}' };
    return {
      body: JSON.stringify({ data: [{ id: payments, name: "Payments" }], pagination: { next: null } }),
    };
  };
});

const writes = () => target.upstream.sent.filter(({ method }) => method !== "GET");
const kindOf = (text: string) => /"kind\\?":\\?"(\w+)/.exec(text)?.[1];
const linkIn = (text: string) => /\/approvals\/(apr_\w+)/.exec(text)?.[1];

/** How the caller makes the write. */
interface Road {
  readonly surface: string;
  /** The tool that the client calls, with its arguments. */
  readonly params: { readonly name: string; readonly arguments: object };
  over(send: Send): Send;
}

const roads: Readonly<Record<string, Road>> = {
  "with a direct call": {
    surface: "full",
    params: { name: "create_incident", arguments: { name: "x" } },
    over: (send) => send,
  },
  "with a program": {
    surface: "code",
    params: { name: "run_write", arguments: { program: programOf("create_incident", { name: "x" }) } },
    over: (send) => inPrograms(send),
  },
};

/** The write at a server URL. The same write again goes on with the program that waits for it. */
function writer({ over }: Road, at: { readonly url: string }) {
  const send = over(async (tool, args) => {
    const { result, text, isOk } = await call(at.url, tool, args);
    return { text: result?.content?.[0]?.text ?? text, isError: !isOk };
  });
  return (args: object = {}) => send("create_incident", { name: "x", ...args });
}

/** Decides on the page, as a person who is signed in there. */
async function decide(person: string, approval: string, decision: string): Promise<string> {
  const { url } = target.gateway;
  const signedIn = await fetch(`${url}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ person, token: testAdminToken }),
    redirect: "manual",
  });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(";", 1)[0]!;
  const page = await (await fetch(`${url}/approvals/${approval}`, { headers: { cookie } })).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const body = new URLSearchParams({ csrf, decision });
  return (
    page +
    (await (
      await fetch(`${url}/approvals/${approval}`, { method: "POST", headers: { cookie }, body })
    ).text())
  );
}

/** A client over `standpipe connect`, with a user who answers so. */
async function askedClient({ url }: MadeServer, answer: () => object): Promise<Client> {
  const client = new Client({ name: "attack", version: "1" }, { capabilities: { elicitation: {} } });
  client.setRequestHandler("elicitation/create", () => answer() as { action: "cancel" });
  const env = { ...(process.env as Record<string, string>), STANDPIPE_SERVER_URL: url };
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [target.program, "connect"],
      env,
      stderr: "ignore",
    }),
  );
  return client;
}

function callerBy({ over }: Road, client: Client): () => Promise<string> {
  const send = over(async (name, args) => {
    const { content, isError } = await client.callTool({ name, arguments: { ...args } });
    return { text: (content as unknown as [{ text: string }])[0].text, isError: isError === true };
  });
  return async () => JSON.stringify(await send("create_incident", { name: "x" }));
}

describe.each(Object.entries(roads))("the holder of a server URL, %s,", (_way, road) => {
  const { surface, params } = road;

  it("cannot approve its own call, whatever it answers to questions that nobody asked", async () => {
    const server = await target.makeServer({ surface, confirm: "write" });
    const headers = {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-session-id": "asks-x",
    };
    const post = async (message: object) =>
      (
        await fetch(server.url, {
          method: "POST",
          headers,
          body: JSON.stringify({ jsonrpc: "2.0", ...message }),
        })
      ).text();
    const capabilities = { elicitation: { form: {} } };
    await post({
      id: 1,
      method: "initialize",
      params: { protocolVersion: "2025-06-18", capabilities, clientInfo: { name: "a", version: "1" } },
    });
    const asked = await post({
      id: 2,
      method: "tools/call",
      params,
    });
    expect(asked).not.toContain("elicitation/create");
    const approval = linkIn(asked)!;
    const yes = { action: "accept", content: { approve: true } };
    for (const id of ["asks-x", approval, `${approval}.x`, 1, 2]) await post({ id, result: yes });
    const inputResponses = { approval: yes };
    for (const requestState of [approval, `${approval}.x`])
      await post({
        id: 3,
        method: "tools/call",
        params: { ...params, inputResponses, requestState },
      });
    expect(kindOf((await writer(road, server)()).text)).toBe("approval_needed");
    expect(writes()).toEqual([]);
  });

  it("is not helped by a person whom the server URL does not name, nor by one person twice", async () => {
    const server = await target.makeServer({
      surface,
      confirm: "write",
      approvers: ["Grace", "Ada"],
      approvals_needed: 2,
    });
    const write = writer(road, server);
    const approval = linkIn((await write()).text)!;
    expect(await decide("Mallory", approval, "approve")).toMatch(
      /Only Grace, Ada may approve|Only Ada, Grace may approve/,
    );
    await decide("Ada", approval, "approve");
    expect(await decide("Ada", approval, "approve")).toContain("second person");
    expect(kindOf((await write()).text)).toBe("approval_needed");
    expect(writes()).toEqual([]);
    await decide("Grace", approval, "approve");
    expect((await write()).isError).toBe(false);
    expect(writes()).toHaveLength(1);
  });

  it("cannot have a name mean something else once it is approved", async () => {
    const server = await target.makeServer({ surface, confirm: "write" });
    const at = { url: server.url };
    const write = writer(road, at);
    const approval = linkIn((await write({ team_ids: ["Payments"] })).text)!;
    const page = await decide("Ada", approval, "approve");
    expect(page).toContain(idA);
    expect(page).toContain("Payments");
    payments = idB;
    // A process that has not read the list before sees what the name means now.
    const replica = await target.bundle.start("data", { STANDPIPE_BASE_URLS: target.upstream.url });
    at.url = server.url.replace(target.gateway.url, replica.url);
    const again = await write({ team_ids: ["Payments"] });
    await replica.stop();
    expect(kindOf(again.text), again.text).toBe("approval_needed");
    expect(linkIn(again.text)).not.toBe(approval);
    expect(writes()).toEqual([]);
  });

  it("cannot read, by a name in a write, a list whose calls need approval", async () => {
    const server = await target.makeServer({ surface, confirm: ["list_teams"] });
    const { text } = await writer(road, server)({ team_ids: ["Payments"] });
    expect(kindOf(text)).toBe("approval_needed");
    expect(target.upstream.sent).toEqual([]);
    const open = await target.makeServer({ surface });
    await writer(road, open)({ team_ids: ["Payments"] });
    const { body } = await target.gateway.ask<{ result: object[] }>(
      "GET",
      `/log?server_id=${open.id}&action=lookup`,
    );
    expect(body.result).toMatchObject([{ tool: "list_teams", outcome: "ok" }]);
  });
});

describe.each(Object.entries(roads))("a question that nobody answered, %s,", (_way, road) => {
  const { surface } = road;

  const silent: Record<string, () => object> = {
    "that is cancelled": () => ({ action: "cancel" }),
    "that is accepted with an empty box": () => ({ action: "accept", content: { approve: false } }),
    "whose client fails": () => {
      throw new Error("no screen");
    },
  };
  it.each(Object.entries(silent))(
    "%s is not a refusal: the call gets a link, and no lock",
    async (_how, answer) => {
      const server = await target.makeServer({ surface, confirm: "write", confirm_by: "either" });
      const client = await askedClient(server, answer);
      const callBy = callerBy(road, client);
      const [first, second] = [await callBy(), await callBy()];
      await client.close();
      for (const text of [first, second])
        expect([kindOf(text), linkIn(text)]).toEqual(["approval_needed", linkIn(first)]);
      expect(linkIn(first)).toBeDefined();
      expect(writes()).toEqual([]);
    },
  );

  it("reaches the user of a client behind connect, who may answer where the server URL says so", async () => {
    const server = await target.makeServer({ surface, confirm: "write", confirm_by: "client" });
    const client = await askedClient(server, () => ({ action: "accept", content: { approve: true } }));
    expect(await callerBy(road, client)()).not.toContain("approval_needed");
    await client.close();
    expect(writes()).toHaveLength(1);
  });

  it("does not keep others from being asked, even where twenty links wait", async () => {
    const server = await target.makeServer({ surface, confirm: "write", confirm_by: "either" });
    for (let at = 0; at < 20; at += 1) await writer(road, server)({ name: `link ${at}` });
    const client = await askedClient(server, () => ({ action: "accept", content: { approve: true } }));
    expect(await callerBy(road, client)()).toContain('"isError":false');
    await client.close();
    expect(writes()).toHaveLength(1);
  });
});
