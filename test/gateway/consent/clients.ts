import { describe, expect, it } from "vitest";
import { decideApproval } from "../../../gateway/consent/decisions.js";
import { act } from "../page/kit.js";
import {
  gateway,
  type User,
  yes,
  info,
  capabilities,
  clients,
  teamsNamed,
  withClient,
  kindOf,
  linkIn,
  freshName,
} from "./kit.js";
import { clientsOf, roads } from "./roads.js";

describe.each(clientsOf("asking"))("a client that can ask its user: %s", (_kind, road, connect) => {
  const { surface, shown } = road;

  it("asks with all arguments, and sends an approved call once", async () => {
    const { url } = await gateway.serverUrl({ surface, confirm: "write", confirm_by: "either" });
    const name = freshName();
    const seen: string[] = [];
    const user: User = (message) => (seen.push(message), yes);
    await withClient(connect(url, user), async (client) => {
      const made = await client.call("create_team", { name, description: "a\nb" });
      expect(made.isError, made.text).toBe(false);
      expect(seen).toHaveLength(1);
      expect(seen[0]).toContain("create_team");
      expect(seen[0]).toContain(shown("name", name));
      expect(seen[0]).toContain(shown("description", "a\nb"));
      // The same call again is a new call and needs a new approval.
      await client.call("create_team", { name, description: "a\nb" });
      expect(seen).toHaveLength(2);
    });
    expect(await teamsNamed(name)).toBe(2);
  });

  it("sends no call that the user declines", async () => {
    const { url } = await gateway.serverUrl({ surface, confirm: "write", confirm_by: "either" });
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
    const { url } = await gateway.serverUrl({ surface, confirm: "write", confirm_by: "either" });
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
    const { url } = await gateway.serverUrl({ surface, confirm: "write" });
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
});

describe.each(Object.entries(clients))("a client that can ask its user: %s", (_kind, connect) => {
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

describe.each(clientsOf("clients"))("a client that cannot ask: %s", (_kind, { surface }, connect) => {
  it("gets a link; after an approval the same call works once", async () => {
    const { url } = await gateway.serverUrl({ surface, confirm: "write" });
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

describe.each(Object.entries(roads))("which calls need it: %s", (_way, { surface, clients: own }) => {
  const connect = own["client 2.x, 2026-07-28"]!;
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
    const { url } = await gateway.serverUrl({ surface, confirm });
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
    const unknown = /"error":\{"code":-32602,"message":"The answer is for another call/;
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
