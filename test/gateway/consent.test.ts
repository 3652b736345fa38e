import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { StreamableHTTPClientTransport as FirstHttpTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLog } from "../../gateway/audit/read-log.js";
import { decideApproval } from "../../gateway/consent/approvals.js";
import { listWaiting } from "../../gateway/consent/shown-approvals.js";
import { rotateServer } from "../../gateway/servers/rotation.js";
import { act, testGateway, type TestGateway } from "./page/kit.js";

/** Receives a question and answers it like a client's user. */
type User = (message: string) => { action: "accept" | "decline" | "cancel"; content?: { approve: boolean } };

const yes = { action: "accept" as const, content: { approve: true } };

interface Caller {
  call(name: string, args: object): Promise<{ readonly text: string; readonly isError: boolean }>;
  close(): Promise<void>;
}

const info = { name: "test", version: "1" };
const capabilities = { elicitation: {} };

const clients: Record<string, (url: string, user?: User) => Promise<Caller>> = {
  "sdk 1.x over HTTP": (url, user) => first(new FirstHttpTransport(new URL(url)), user),
  "sdk 1.x over SSE": (url, user) =>
    first(new SSEClientTransport(new URL(url.replace("/mcp/", "/sse/"))), user),
  "client 2.x, revisions before 2026-07-28": (url, user) => second("legacy", url, user),
  "client 2.x, 2026-07-28": (url, user) => second({ pin: "2026-07-28" }, url, user),
};

async function first(transport: FirstHttpTransport | SSEClientTransport, user?: User): Promise<Caller> {
  const client = new FirstClient(info, user ? { capabilities } : {});
  if (user) client.setRequestHandler(ElicitRequestSchema, ({ params }) => user(params.message));
  await client.connect(transport);
  return callerOf(client as unknown as Client);
}

async function second(mode: "legacy" | { pin: string }, url: string, user?: User): Promise<Caller> {
  const client = new Client(info, { versionNegotiation: { mode }, ...(user ? { capabilities } : {}) });
  if (user) client.setRequestHandler("elicitation/create", ({ params }) => user(params.message));
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  return callerOf(client);
}

function callerOf(client: Client): Caller {
  return {
    async call(name, args) {
      const given = (await client.callTool({ name, arguments: { ...args } })) as unknown as {
        content: [{ text: string }];
        isError?: boolean;
      };
      return { text: given.content[0].text, isError: given.isError ?? false };
    },
    close: () => client.close(),
  };
}

let gateway: TestGateway;
beforeAll(async () => void (gateway = await testGateway()));
afterAll(() => gateway.close());

/** The number of teams with a name: the effect of a call, read outside the gateway. */
async function teamsNamed(name: string): Promise<number> {
  const { url } = await gateway.serverUrl({ surface: "full" });
  const { text, isError } = await withClient(clients["client 2.x, 2026-07-28"]!(url), (client) =>
    client.call("list_teams", { limit: 200 }),
  );
  expect(isError, text).toBe(false);
  return text.split(`"${name}"`).length - 1;
}

async function withClient<Result>(
  connecting: Promise<Caller>,
  use: (client: Caller) => Promise<Result>,
): Promise<Result> {
  const client = await connecting;
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

const kindOf = (text: string) => (JSON.parse(text) as { error?: { kind: string } }).error?.kind;
const linkIn = (text: string) => /\/approvals\/(apr_[0-9a-z]+)/.exec(text)?.[1];
let serial = 0;
const freshName = () => `Team ${(serial += 1)} of ${process.pid}`;

describe.each(Object.entries(clients))("a client that can ask its user: %s", (_kind, connect) => {
  it("asks with all arguments, and sends an approved call once", async () => {
    const { url } = await gateway.serverUrl({ surface: "full", confirm: "write", confirm_by: "either" });
    const name = freshName();
    const seen: string[] = [];
    const user: User = (message) => (seen.push(message), yes);
    await withClient(connect(url, user), async (client) => {
      const made = await client.call("create_team", { name, description: "a\nb" });
      expect(made.isError, made.text).toBe(false);
      expect(seen).toHaveLength(1);
      expect(seen[0]).toContain("create_team");
      expect(seen[0]).toContain(`name: "${name}"`);
      expect(seen[0]).toContain('description: "a\\nb"');
      // The same call again is a new call and needs a new approval.
      await client.call("create_team", { name, description: "a\nb" });
      expect(seen).toHaveLength(2);
    });
    expect(await teamsNamed(name)).toBe(2);
  });

  it("sends no call that the user declines", async () => {
    const { url } = await gateway.serverUrl({ surface: "full", confirm: "write", confirm_by: "either" });
    const name = freshName();
    await withClient(
      connect(url, () => ({ action: "decline" as const })),
      async (client) => {
        const refused = await client.call("create_team", { name });
        expect(refused.isError).toBe(true);
        expect(kindOf(refused.text)).toBe("not_approved");
        // Repeating it at once does not ask again.
        expect(kindOf((await client.call("create_team", { name })).text)).toBe("not_approved");
      },
    );
    expect(await teamsNamed(name)).toBe(0);
  });

  it.each<[string, User]>([
    ["cancels the form", () => ({ action: "cancel" as const })],
    ["accepts without ticking the box", () => ({ action: "accept" as const, content: { approve: false } })],
    [
      "never sees it, because the client fails",
      () => {
        throw new Error("this client has no screen");
      },
    ],
  ])("gets a link to the page if the user %s", async (_how, user) => {
    const { url } = await gateway.serverUrl({ surface: "full", confirm: "write", confirm_by: "either" });
    const name = freshName();
    await withClient(connect(url, user), async (client) => {
      // A client of the newest revision throws the error of its form. The repeated call gets the link.
      const told = await client
        .call("create_team", { name })
        .catch(() => client.call("create_team", { name }));
      expect(kindOf(told.text), told.text).toBe("approval_needed");
      await decideApproval(gateway.core, linkIn(told.text)!, "approved", act);
      expect((await client.call("create_team", { name })).isError).toBe(false);
    });
    expect(await teamsNamed(name)).toBe(1);
  });

  it("is not asked if the server URL wants approval on the page", async () => {
    const { url } = await gateway.serverUrl({ surface: "full", confirm: "write" });
    let asked = 0;
    await withClient(
      connect(url, () => ((asked += 1), yes)),
      async (client) => {
        const told = await client.call("create_team", { name: freshName() });
        expect(kindOf(told.text)).toBe("approval_needed");
        expect(linkIn(told.text)).toBeDefined();
      },
    );
    expect(asked).toBe(0);
  });

  it("is asked about the call inside an executor", async () => {
    const { url } = await gateway.serverUrl({
      surface: "discover",
      confirm: ["create_team"],
      confirm_by: "client",
    });
    const name = freshName();
    let asked = 0;
    await withClient(
      connect(url, () => ((asked += 1), yes)),
      async (client) => {
        const made = await client.call("execute_write", { tool: "create_team", arguments: { name } });
        expect(made.isError, made.text).toBe(false);
      },
    );
    expect(asked).toBe(1);
  });
});

describe.each(Object.entries(clients))("a client that cannot ask: %s", (_kind, connect) => {
  it("gets a link; after an approval the same call works once", async () => {
    const { url } = await gateway.serverUrl({ surface: "full", confirm: "write" });
    const name = freshName();
    await withClient(connect(url), async (client) => {
      const told = await client.call("create_team", { name, description: "x" });
      expect(kindOf(told.text)).toBe("approval_needed");
      expect(told.text).toContain(gateway.url);
      const id = linkIn(told.text)!;
      // A model that repeats the call approves nothing.
      const repeated = await client.call("create_team", { name, description: "x" });
      expect(kindOf(repeated.text)).toBe("approval_needed");
      expect(linkIn(repeated.text)).toBe(id);
      expect(await teamsNamed(name)).toBe(0);

      await decideApproval(gateway.core, id, "approved", act);
      const altered = await client.call("create_team", { name, description: "y" });
      expect(kindOf(altered.text)).toBe("approval_needed");
      expect(linkIn(altered.text)).not.toBe(id);
      // The order of arguments does not matter.
      const made = await client.call("create_team", { description: "x", name });
      expect(made.isError, made.text).toBe(false);
      expect(kindOf((await client.call("create_team", { name, description: "x" })).text)).toBe(
        "approval_needed",
      );
    });
    expect(await teamsNamed(name)).toBe(1);
  });
});

describe("an approval", () => {
  const connect = clients["client 2.x, 2026-07-28"]!;
  const config = { surface: "full", confirm: "write" } as const;

  async function waiting(url: string, name: string): Promise<string> {
    return linkIn((await withClient(connect(url), (client) => client.call("create_team", { name }))).text)!;
  }
  const callAgain = (url: string, name: string) =>
    withClient(connect(url), (client) => client.call("create_team", { name }));

  const callTool = (url: string, name: string, args: object) =>
    withClient(connect(url), (client) => client.call(name, args));
  /** A call that is approved on the page at once. */
  async function approvedCall(url: string, name: string, args: object) {
    await decideApproval(gateway.core, linkIn((await callTool(url, name, args)).text)!, "approved", act);
    return callTool(url, name, args);
  }

  it("only applies to the token that asked", async () => {
    const { id: serverId, url } = await gateway.serverUrl(config);
    const name = freshName();
    await decideApproval(gateway.core, await waiting(url, name), "approved", act);
    const other = await gateway.serverUrl(config);
    expect(kindOf((await callAgain(other.url, name)).text)).toBe("approval_needed");
    const { token } = await rotateServer(
      gateway.core,
      { accountId: gateway.accountId, id: serverId },
      3600,
      act,
    );
    expect(kindOf((await callAgain(`${gateway.url}/mcp/${token}`, name)).text)).toBe("approval_needed");
    expect((await callAgain(url, name)).isError).toBe(false);
  });

  it("expires after minutes, whether it is undecided or unused", async () => {
    const { url } = await gateway.serverUrl(config);
    const [late, unused] = [freshName(), freshName()];
    const lateId = await waiting(url, late);
    gateway.pass(10 * 60_000 + 1000);
    await expect(decideApproval(gateway.core, lateId, "approved", act)).rejects.toThrow("too long");
    expect(linkIn((await callAgain(url, late)).text)).not.toBe(lateId);
    await decideApproval(gateway.core, await waiting(url, unused), "approved", act);
    gateway.pass(5 * 60_000 + 1000);
    expect(kindOf((await callAgain(url, unused)).text)).toBe("approval_needed");
  });

  it("allows exactly one of many simultaneous calls", async () => {
    const { url } = await gateway.serverUrl(config);
    const name = freshName();
    await decideApproval(gateway.core, await waiting(url, name), "approved", act);
    const answers = await Promise.all(Array.from({ length: 8 }, () => callAgain(url, name)));
    expect(answers.filter(({ isError }) => !isError)).toHaveLength(1);
    expect(await teamsNamed(name)).toBe(1);
  });

  it("works on every replica", async () => {
    const replica = await testGateway(gateway);
    try {
      const { url } = await gateway.serverUrl(config);
      const name = freshName();
      const id = await waiting(url, name);
      await decideApproval(replica.core, id, "approved", act);
      expect((await callAgain(url.replace(gateway.url, replica.url), name)).isError).toBe(false);
      expect(kindOf((await callAgain(url, name)).text)).toBe("approval_needed");
    } finally {
      await replica.close();
    }
  });

  it("can be refused, and requested again later", async () => {
    const { url } = await gateway.serverUrl(config);
    const name = freshName();
    await decideApproval(gateway.core, await waiting(url, name), "refused", act);
    expect(kindOf((await callAgain(url, name)).text)).toBe("not_approved");
    gateway.pass(2 * 60_000 + 1000);
    expect(kindOf((await callAgain(url, name)).text)).toBe("approval_needed");
  });

  it("cannot be decided twice", async () => {
    const { url } = await gateway.serverUrl(config);
    const id = await waiting(url, freshName());
    await decideApproval(gateway.core, id, "refused", act);
    await expect(decideApproval(gateway.core, id, "approved", act)).rejects.toThrow("decided already");
  });

  it("is not requested for a call that would fail anyway", async () => {
    const { url } = await gateway.serverUrl(config);
    const wrong = await withClient(connect(url), (client) => client.call("create_team", { nam: "x" }));
    expect(kindOf(wrong.text)).toBe("invalid_arguments");
  });

  it("stores arguments encrypted, and logs none of them", async () => {
    const { url } = await gateway.serverUrl(config);
    const id = await waiting(url, "canary-in-arguments");
    const row = await gateway.core.store.db
      .selectFrom("approvals")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain("canary");
    expect((await listWaiting(gateway.core)).find((one) => one.id === id)!.args).toEqual({
      name: "canary-in-arguments",
    });
    await decideApproval(gateway.core, id, "refused", act);
    const { result } = await readLog(gateway.core, { action: "approval.refuse" });
    expect(result[0]).toMatchObject({ actor: "test", detail: { approval_id: id, tool: "create_team" } });
    expect(JSON.stringify(result)).not.toContain("canary");
  });

  it("fails closed: no call is sent while the store cannot confirm it", async () => {
    const { url } = await gateway.serverUrl(config);
    const name = freshName();
    await decideApproval(gateway.core, await waiting(url, name), "approved", act);
    const rename = (from: string, to: string) =>
      sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(gateway.core.store.db);
    await rename("approvals", "approvals_gone");
    try {
      const refused = await callAgain(url, name);
      expect(kindOf(refused.text)).toBe("busy");
      expect(refused.text).not.toContain("approvals_gone");
    } finally {
      await rename("approvals_gone", "approvals");
    }
    expect(await teamsNamed(name)).toBe(0);
    expect((await callAgain(url, name)).isError).toBe(false);
  });

  it("shows names and ids, and only applies to these ids", async () => {
    const { url } = await gateway.serverUrl(config);
    const [first, second] = [freshName(), freshName()];
    const idOf = async (name: string) =>
      (JSON.parse((await approvedCall(url, "create_team", { name })).text) as { id: string }).id;
    const [firstId, secondId] = [await idOf(first), await idOf(second)];
    const rename = { team_id: first, description: "after the approval" };
    const id = linkIn((await callTool(url, "update_team", rename)).text)!;
    const shown = (await listWaiting(gateway.core)).find((one) => one.id === id)!;
    expect(shown.args["team_id"]).toBe(firstId);
    expect(Object.values(shown.resolved)).toMatchObject([{ given: first, id: firstId, name: first }]);
    await decideApproval(gateway.core, id, "approved", act);
    // The name moves to another team before the call is repeated.
    await approvedCall(url, "update_team", { team_id: firstId, name: `${first} before` });
    await approvedCall(url, "update_team", { team_id: secondId, name: first });
    // A process that has not cached the list sees the new meaning of the name.
    const replica = await testGateway(gateway);
    try {
      const moved = await callTool(url.replace(gateway.url, replica.url), "update_team", rename);
      expect(kindOf(moved.text), moved.text).toBe("approval_needed");
      expect(linkIn(moved.text)).not.toBe(id);
    } finally {
      await replica.close();
    }
  });

  it("needs two people if the server URL says so", async () => {
    const { url } = await gateway.serverUrl({ ...config, approvals_needed: 2 });
    const name = freshName();
    const id = await waiting(url, name);
    const by = (actor: string) => decideApproval(gateway.core, id, "approved", { ...act, actor });
    await by("ada");
    expect(kindOf((await callAgain(url, name)).text)).toBe("approval_needed");
    await expect(by("ada")).rejects.toThrow("second person");
    await by("grace");
    expect((await callAgain(url, name)).isError).toBe(false);
  });

  it("can only be given by the people in the server URL", async () => {
    const { url } = await gateway.serverUrl({ ...config, approvers: ["ada"] });
    const name = freshName();
    const id = await waiting(url, name);
    const by = (actor: string) => decideApproval(gateway.core, id, "approved", { ...act, actor });
    await expect(by("grace")).rejects.toThrow("Only ada may approve");
    await by("ada");
    expect((await callAgain(url, name)).isError).toBe(false);
  });

  it("cannot be given by the person who made the call", async () => {
    const { url } = await gateway.serverUrl(config);
    const id = await waiting(url, freshName());
    await gateway.core.store.db
      .updateTable("approvals")
      .set({ subject: "oauth:ada" })
      .where("id", "=", id)
      .execute();
    await expect(decideApproval(gateway.core, id, "approved", { ...act, actor: "ada" })).rejects.toThrow(
      "somebody else",
    );
    await decideApproval(gateway.core, id, "approved", { ...act, actor: "grace" });
  });

  it("in a client's form is not blocked by pending links", async () => {
    const either = { ...config, confirm_by: "either" } as const;
    const { url } = await gateway.serverUrl(either);
    await withClient(connect(url), async (client) => {
      for (let at = 0; at < 20; at += 1) await client.call("create_team", { name: `link ${at}` });
      expect(kindOf((await client.call("create_team", { name: "one too many" })).text)).toBe("busy");
    });
    const made = await withClient(
      connect(url, () => yes),
      (client) => client.call("create_team", { name: freshName() }),
    );
    expect(made.isError, made.text).toBe(false);
  });

  it("is also needed for the list of a name look-up, which the log records", async () => {
    const { id, url } = await gateway.serverUrl({ surface: "full", confirm: ["list_teams"] });
    const told = await callTool(url, "update_team", { team_id: "Payments", description: "x" });
    expect(kindOf(told.text)).toBe("approval_needed");
    expect(told.text).toContain("A person must approve calls of list_teams");
    const open = await gateway.serverUrl({ surface: "full" });
    await callTool(open.url, "update_team", { team_id: "Payments", description: "looked up" });
    const looked = await readLog(gateway.core, { server_id: open.id, action: "lookup" });
    expect(looked.result[0]).toMatchObject({ tool: "list_teams", access: "list", outcome: "ok" });
    expect((await readLog(gateway.core, { server_id: id, action: "lookup" })).result).toEqual([]);
  });

  it("can wait with at most twenty others", async () => {
    const { url } = await gateway.serverUrl(config);
    await withClient(connect(url), async (client) => {
      for (let at = 0; at < 20; at += 1) await client.call("create_team", { name: `many ${at}` });
      expect(kindOf((await client.call("create_team", { name: "one too many" })).text)).toBe("busy");
    });
  });
});

describe("which calls need it", () => {
  const connect = clients["client 2.x, 2026-07-28"]!;
  const missing = "00000000-0000-4000-8000-000000000000";
  it.each([
    ["none", "delete_team", { team_id: missing }, false],
    ["delete", "delete_team", { team_id: missing }, true],
    ["delete", "create_team", { name: "Made without asking" }, false],
    ["delete", "list_teams", {}, false],
    ["write", "list_teams", {}, false],
    ["write", "update_team", { team_id: missing, name: "x" }, true],
    [["delete_*", "list_teams"], "list_teams", {}, true],
    [["delete_*", "list_teams"], "create_team", { name: "Made without asking" }, false],
  ] as const)("confirm %j, %s", async (confirm, tool, args, needed) => {
    const { url } = await gateway.serverUrl({ surface: "full", confirm });
    const { text } = await withClient(connect(url), (client) => client.call(tool, args));
    expect(kindOf(text) === "approval_needed").toBe(needed);
  });
});

describe("invented answers", () => {
  const modern = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": info,
    "io.modelcontextprotocol/clientCapabilities": capabilities,
  };
  async function post(url: string, params: object, name: string): Promise<string> {
    const headers = {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": "tools/call",
      "mcp-name": name,
    };
    const body = JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name, ...params, _meta: modern },
    });
    return (await fetch(url, { method: "POST", headers, body })).text();
  }
  const inputResponses = { approval: yes };

  it("are refused: without a question, for other arguments, or for another token", async () => {
    const { url } = await gateway.serverUrl({ surface: "full", confirm: "write", confirm_by: "client" });
    const name = freshName();
    const unknown = /"error":\{"code":-32602,"message":"The answer belongs to another call/;
    const call = (args: object, more: object = {}, at = url) =>
      post(at, { arguments: args, ...more }, "create_team");
    const asked = await call({ name }, { inputResponses });
    expect(asked).toContain("input_required");
    expect(await call({ name }, { inputResponses, requestState: "made up" })).toMatch(unknown);
    const { result } = JSON.parse(asked) as { result: { requestState: string } };
    const { requestState } = result;
    const [id] = requestState.split(".");
    expect(await call({ name }, { inputResponses, requestState: id })).toMatch(unknown);
    expect(await call({ name: `${name}!` }, { inputResponses, requestState })).toMatch(unknown);
    const other = await gateway.serverUrl({ surface: "full", confirm: "write", confirm_by: "client" });
    expect(await call({ name }, { inputResponses, requestState }, other.url)).toMatch(unknown);
    expect(await teamsNamed(name)).toBe(0);
    const made = await call({ name }, { inputResponses, requestState });
    expect(made).toContain("complete");
    expect(made).not.toContain("isError");
    expect(await call({ name }, { inputResponses, requestState })).toMatch(unknown);
    expect(await teamsNamed(name)).toBe(1);
  });
});
