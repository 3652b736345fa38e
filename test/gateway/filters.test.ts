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
import { allNames, craftedNames, names } from "./kit/hidden-tools.js";
import { callInProgram, programOf } from "./kit/program-road.js";

/*
 * A server that may only read incidents and hides teams. Each way of reaching a tool is tried against hidden tools: no
 * request may reach the API, and the answer must be that of an unknown tool.
 */
let on: TestGateway;
let stub: ApiStub;
let account: string;
let server: MadeServer;
/** The same on the surface code, whose programs only read. */
let reader: MadeServer;
/** Programs may write, but the hidden tools are hidden. */
let writer: MadeServer;

const readsIncidents = { methods: ["read"], tags: ["incidents"], tools: { deny: ["get_incident"] } };

beforeAll(async () => {
  stub = await startApiStub();
  on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
  account = await makeAccount(on, stub.url);
  server = await makeServer(on, account, readsIncidents);
  reader = await makeServer(on, account, { ...readsIncidents, surface: "code" });
  const config = { tags: ["incidents", "roles"], tools: { deny: names }, surface: "code" };
  writer = await makeServer(on, account, config);
});
beforeEach(() => void (stub.arrived.length = 0));
afterAll(async () => {
  await on.stop();
  await stub.close();
});

/** An answer without the requested name and similar names. */
function shape(text: string, name: string): string {
  const hint =
    /; did you mean \w+\?|; (?:search_tools finds tools by what they do|tools\/list names every tool)/;
  return text.replace(hint, "").replaceAll(name, "<name>");
}

/** Every way to call a tool. */
const roads: Readonly<Record<string, (tool: string, args?: object) => ReturnType<typeof call>>> = {
  "by name": (tool, args) => call(server.url, tool, args),
  "through execute_read": (tool, args = {}) => call(server.url, "execute_read", { tool, arguments: args }),
  "through describe_tool": (name) => call(server.url, "describe_tool", { name }),
  "through run_read": (tool, args) => callInProgram(reader.url, "run_read", tool, args),
  "through api.all in run_read": (tool) =>
    call(reader.url, "run_read", { program: `return await api.all(${JSON.stringify(tool)})` }),
  "through run_write": (tool, args) => callInProgram(writer.url, "run_write", tool, args),
};

/** What a client reads of an answer. */
const told = ({ error, value }: Awaited<ReturnType<typeof call>>) => JSON.stringify(error ?? value);

describe("a hidden tool behaves like an unknown one", () => {
  const unknown = "no_tool_of_this_name";

  it("exists in this test, and so does a visible one", () => {
    expect(names.length).toBeGreaterThanOrEqual(4);
    expect(server.tool_count).toBeGreaterThan(5);
  });

  it.each(Object.entries(roads))("called %s", async (_, road) => {
    const want = await road(unknown);
    for (const name of allNames) {
      const got = await road(name);
      expect(got.error ?? got.result?.isError, name).toBeTruthy();
      expect(shape(told(got), name)).toBe(shape(told(want), unknown));
    }
    expect(stub.arrived).toEqual([]);
  });

  it("called by any of several calls of a program", async () => {
    const program = `
      const kinds = [];
      for (const name of ${JSON.stringify(allNames)})
        try { await api[name]({}); kinds.push("made") } catch (error) { kinds.push(error.kind) }
      await api.list_incidents({});
      return [...new Set(kinds)]`;
    for (const [url, runner] of [
      [reader.url, "run_read"],
      [writer.url, "run_write"],
    ] as const) {
      stub.arrived.length = 0;
      expect((await call(url, runner, { program })).value).toEqual({ result: ["unknown_tool"] });
      expect(stub.arrived.map(({ path }) => path)).toEqual(["/v1/incidents"]);
    }
  });

  it.each([
    ["execute_write", { tool: "create_incident", arguments: { name: "x" } }],
    ["execute_delete", { tool: "delete_incident", arguments: { incident_id: "x" } }],
    ["run_write", { program: programOf("create_incident", { name: "x" }) }],
  ])("through %s, which is itself hidden here", async (through, args) => {
    for (const { url } of [server, reader]) {
      const { error } = await call(url, through, args);
      expect(shape(error!.message, through)).toBe(shape((await call(url, unknown)).error!.message, unknown));
    }
    expect(stub.arrived).toEqual([]);
  });

  it("in tools/list on every surface", async () => {
    for (const surface of surfaces) {
      for (const style of ["canonical", "managed"]) {
        const { url } = await makeServer(on, account, { ...readsIncidents, surface, names: style });
        const { result } = await rpc(url, "tools/list");
        const listed = result!.tools!.map(({ name }) => name);
        expect(listed.filter((name) => allNames.includes(name))).toEqual([]);
        expect(listed.filter((name) => /^(execute_(write|delete)|run_write)$/.test(name))).toEqual([]);
      }
    }
  });

  it("in search, with declarations for programs too", async () => {
    for (const name of names)
      for (const { url } of [server, reader, writer]) {
        const query = { query: name.replaceAll("_", " "), limit: 25 };
        const text = told(await call(url, "search_tools", query));
        for (const one of allNames) expect(text).not.toMatch(new RegExp(`"${one}"|\\b${one}\\(`));
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

  it.each(craftedNames)("called by a crafted name: %j", async (name) => {
    for (const [how, road] of Object.entries(roads)) {
      const { error, result } = await road(name);
      expect(error ?? result?.isError, how).toBeTruthy();
    }
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
    await onlyIncidents(open);
    stub.arrived.length = 0;
    await expect(client.callTool({ name: "list_teams", arguments: {} })).rejects.toThrow("Unknown tool");
    expect((await call(open.url, "list_teams")).error).toBeDefined();
    expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain("list_teams");
    expect(stub.arrived).toEqual([]);
    await client.close();
  });

  it("in a program that runs while the config changes", async () => {
    const open = await makeServer(on, account, { surface: "code" });
    stub.reply = ({ path }) => {
      if (path === "/v1/incidents") stub.held = onlyIncidents(open);
      return undefined;
    };
    const { value } = await call(open.url, "run_read", {
      program: "await api.list_incidents({}); return await api.list_teams({})",
    });
    stub.held = undefined;
    stub.reply = () => undefined;
    expect(JSON.stringify(value)).toContain("error");
    expect(stub.arrived.map(({ path }) => path)).toEqual(["/v1/incidents"]);
  });

  const hidden = names[0]!;
  it.each<[string, () => MadeServer, string, (tool: string) => object]>([
    ["by its name", () => server, hidden, () => ({})],
    ["by an executor", () => server, "execute_read", (tool) => ({ tool })],
    ["in a program that reads", () => reader, "run_read", (tool) => ({ program: programOf(tool, {}) })],
    ["in a program that writes", () => writer, "run_write", (tool) => ({ program: programOf(tool, {}) })],
  ])("in the audit log as the attempted name, called %s", async (_, at, runner, args) => {
    const { id, url } = at();
    await call(url, runner, args(hidden));
    const refused = `/log?server_id=${id}&outcome=unknown_tool&tool=${hidden}`;
    const { body } = await on.ask<{ result: { detail?: object }[] }>("GET", refused);
    expect(body.result[0]).toMatchObject({
      ...{ kind: "call", tool: hidden, outcome: "unknown_tool" },
      ...(runner.startsWith("run_") ? { detail: { program: expect.any(String), program_call: 1 } } : {}),
    });
  });
});

async function onlyIncidents({ id }: MadeServer): Promise<void> {
  const path = `/integrated-account/${account}/mcp/${id}`;
  await on.ask("PATCH", path, { config: { tags: ["incidents"] } });
}
