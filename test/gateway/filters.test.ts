import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { surfaces } from "../../runtime/index.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import {
  call,
  makeAccount,
  makeServer,
  rpc,
  startTestGateway,
  type MadeServer,
  type TestGateway,
} from "./kit/gateway.js";

/*
 * A server that may only read incidents and hides teams. Each way of reaching a tool is tried against hidden tools: no
 * request may reach the API, and the answer must be that of an unknown tool.
 */
let on: TestGateway;
let stub: ApiStub;
let account: string;
let server: MadeServer;

const hidden = {
  "a write": "create_incident",
  "a delete": "delete_incident_role_assignment",
  "another tag": "list_teams",
  "a denied one": "get_incident",
  "one with aliases": "create_hosted_status_page",
};

beforeAll(async () => {
  stub = await startApiStub();
  on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
  account = await makeAccount(on, stub.url);
  server = await makeServer(on, account, {
    methods: ["read"],
    tags: ["incidents"],
    tools: { deny: ["get_incident"] },
  });
});
beforeEach(() => void (stub.arrived.length = 0));
afterAll(async () => {
  await on.stop();
  await stub.close();
});

const present = (name: string) => name in api.catalogue.index;
const names = Object.values(hidden).filter(present);
const allNames = names.flatMap((name) => {
  const { aliases, managed } = api.catalogue.index[name]!;
  return [name, ...aliases, ...(managed ? [managed] : [])];
});

/** An answer without the requested name and similar names. */
function shape(text: string, name: string): string {
  const hint = /; did you mean \w+\?|; search_tools finds tools by what they do/;
  return text.replace(hint, "").replaceAll(name, "<name>");
}

describe("a hidden tool behaves like an unknown one", () => {
  const unknown = "no_tool_of_this_name";

  it("exists in this test, and so does a visible one", () => {
    expect(names.length).toBeGreaterThanOrEqual(4);
    expect(server.tool_count).toBeGreaterThan(5);
  });

  it.each(allNames)("called by name: %s", async (name) => {
    const [got, want] = [await call(server.url, name), await call(server.url, unknown)];
    expect(got.error).toBeDefined();
    expect(shape(got.error!.message, name)).toBe(shape(want.error!.message, unknown));
    expect(got.error!.code).toBe(want.error!.code);
    expect(stub.arrived).toEqual([]);
  });

  it.each(["execute_read", "describe_tool"])("through %s", async (through) => {
    for (const name of allNames) {
      const asked = (tool: string) =>
        call(server.url, through, through === "describe_tool" ? { name: tool } : { tool, arguments: {} });
      const [got, want] = [await asked(name), await asked(unknown)];
      expect(got.result?.isError, name).toBe(true);
      expect(shape(JSON.stringify(got.value), name)).toBe(shape(JSON.stringify(want.value), unknown));
    }
    expect(stub.arrived).toEqual([]);
  });

  it.each(["execute_write", "execute_delete"])("through %s, which is itself hidden here", async (through) => {
    const { error } = await call(server.url, through, {
      tool: "create_incident",
      arguments: { name: "x" },
    });
    expect(shape(error!.message, through)).toBe(
      shape((await call(server.url, unknown)).error!.message, unknown),
    );
    expect(stub.arrived).toEqual([]);
  });

  it("in tools/list on every surface", async () => {
    for (const surface of surfaces) {
      for (const style of ["canonical", "managed"]) {
        const config = {
          methods: ["read"],
          tags: ["incidents"],
          tools: { deny: ["get_incident"] },
          surface,
          names: style,
        };
        const { url } = await makeServer(on, account, config);
        const { result } = await rpc(url, "tools/list");
        const listed = result!.tools!.map(({ name }) => name);
        expect(listed.filter((name) => allNames.includes(name))).toEqual([]);
        expect(listed.filter((name) => /^execute_(write|delete)$/.test(name))).toEqual([]);
      }
    }
  });

  it("in search", async () => {
    for (const name of names) {
      const { value } = await call(server.url, "search_tools", {
        query: name.replaceAll("_", " "),
        limit: 25,
      });
      for (const one of allNames) expect(JSON.stringify(value)).not.toContain(`"${one}"`);
    }
  });

  it("in prompts", async () => {
    const { result } = await rpc(server.url, "prompts/list");
    const served = (result?.["prompts"] ?? []) as { name: string }[];
    const needing = api.catalogue.prompts.filter(({ tools }) => tools.some((tool) => names.includes(tool)));
    expect(needing.length).toBeGreaterThan(2);
    for (const { name } of needing) {
      expect(served.map((prompt) => prompt.name)).not.toContain(name);
      expect((await rpc(server.url, "prompts/get", { name })).error).toBeDefined();
    }
  });

  it("in resources", async () => {
    const { result } = await rpc(server.url, "resources/read", { uri: "standpipe://catalog" });
    const page = JSON.stringify(result);
    for (const name of names) expect(page).not.toMatch(new RegExp(`\\b${name}\\b`));
    const templates = JSON.stringify((await rpc(server.url, "resources/templates/list")).result);
    expect(templates).not.toContain("incidents/");
    const open = await makeServer(on, account);
    const template = JSON.stringify((await rpc(open.url, "resources/templates/list")).result);
    const uri = /"uriTemplate":"([^"]*)"/
      .exec(template)![1]!
      .replace(/\{\w+\}/, "00000000-0000-4000-8000-000000000001");
    expect((await rpc(open.url, "resources/read", { uri })).result).toBeDefined();
    stub.arrived.length = 0;
    expect((await rpc(server.url, "resources/read", { uri })).error).toBeDefined();
    expect(stub.arrived).toEqual([]);
  });

  it.each([
    "CREATE_INCIDENT",
    " create_incident",
    "create_incident ",
    "create_incident\u0000",
    "create_incident\u200b",
    "cr\u0435ate_incident",
    "list_incidents/../create_incident",
    "tools/create_incident",
    "__proto__",
    "constructor",
    "toString",
    "",
  ])("called by a crafted name: %j", async (name) => {
    const direct = await call(server.url, name);
    expect(direct.error ?? direct.result?.isError).toBeTruthy();
    const through = await call(server.url, "execute_read", { tool: name, arguments: {} });
    expect(through.result?.isError).toBe(true);
    expect(stub.arrived).toEqual([]);
  });

  it("over the old SSE transport", async () => {
    const client = new FirstClient({ name: "old", version: "1" });
    await client.connect(new SSEClientTransport(new URL(`${on.url}/sse/${server.token}`)));
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).filter((name) => allNames.includes(name))).toEqual([]);
    for (const name of names)
      await expect(client.callTool({ name, arguments: {} })).rejects.toThrow("Unknown tool");
    expect(stub.arrived).toEqual([]);
    await client.callTool({ name: "list_incidents", arguments: {} });
    expect(stub.arrived).toHaveLength(1);
    await client.close();
  });

  it("on an open connection after its config changed", async () => {
    const open = await makeServer(on, account);
    const client = new FirstClient({ name: "old", version: "1" });
    await client.connect(new SSEClientTransport(new URL(`${on.url}/sse/${open.token}`)));
    await client.callTool({ name: "list_teams", arguments: {} });
    await on.ask("PATCH", `/integrated-account/${account}/mcp/${open.id}`, {
      config: { tags: ["incidents"] },
    });
    stub.arrived.length = 0;
    await expect(client.callTool({ name: "list_teams", arguments: {} })).rejects.toThrow("Unknown tool");
    expect((await call(open.url, "list_teams")).error).toBeDefined();
    expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain("list_teams");
    expect(stub.arrived).toEqual([]);
    await client.close();
  });

  it("in the audit log as the attempted name", async () => {
    await call(server.url, "create_incident");
    const { body } = await on.ask<{ result: object[] }>(
      "GET",
      `/log?server_id=${server.id}&outcome=unknown_tool&tool=create_incident`,
    );
    expect(body.result.length).toBeGreaterThan(0);
    expect(body.result[0]).toMatchObject({ kind: "call", tool: "create_incident", outcome: "unknown_tool" });
  });
});
