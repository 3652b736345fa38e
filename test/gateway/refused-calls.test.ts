import { afterAll, beforeAll, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { call, makeAccount, makeServer, startTestGateway, type TestGateway } from "./kit/gateway.js";

/* A call that is refused before it reaches its tool leaves one entry in the log, however it was made. */

let on: TestGateway;
let stub: ApiStub;
let account: string;
beforeAll(async () => {
  stub = await startApiStub();
  on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
  account = await makeAccount(on, stub.url);
});
afterAll(async () => {
  await on.stop();
  await stub.close();
});

interface Entry {
  readonly tool: string;
  readonly access: string;
  readonly outcome: string;
  readonly argument_names: readonly string[];
}

/** The entries that one call of a new server URL leaves. */
async function entriesOf(surface: string, tool: string, args: object): Promise<Entry[]> {
  const { id, url } = await makeServer(on, account, { surface });
  await call(url, tool, args);
  const { body } = await on.ask<{ result: Entry[] }>("GET", `/log?server_id=${id}&kind=call`);
  return body.result;
}

const wrongClass: readonly (readonly [executor: string, tool: string, access: string])[] = [
  ["execute_read", "create_incident", "create"],
  ["execute_read", "delete_incident", "delete"],
  ["execute_write", "list_incidents", "list"],
  ["execute_write", "delete_incident", "delete"],
  ["execute_delete", "get_incident", "get"],
  ["execute_delete", "update_incident", "update"],
  ["execute_read", "declare_and_page", "custom"],
];

it.each(wrongClass)("%s refuses %s, and the log shows it", async (executor, tool, access) => {
  stub.arrived.length = 0;
  const entries = await entriesOf("discover", executor, { tool, arguments: { name: "x" } });
  expect(entries).toMatchObject([{ tool, access, outcome: "invalid_arguments", argument_names: ["name"] }]);
  expect(stub.arrived).toEqual([]);
});

const others: Readonly<
  Record<string, readonly [surface: string, tool: string, args: object, entry: object]>
> = {
  "an executor without a tool": [
    "discover",
    "execute_read",
    { name: "list_incidents" },
    { tool: "execute_read", outcome: "invalid_arguments", argument_names: ["name"] },
  ],
  "an executor that calls a search": [
    "discover",
    "execute_read",
    { tool: "search_tools", arguments: { query: "x" } },
    { tool: "search_tools", outcome: "invalid_arguments" },
  ],
  "an executor with an unknown tool": [
    "discover",
    "execute_delete",
    { tool: "no_such_tool" },
    { tool: "no_such_tool", access: "discover", outcome: "unknown_tool" },
  ],
  "a tool by its name with wrong arguments": [
    "full",
    "create_incident",
    { nam: "x" },
    { tool: "create_incident", outcome: "invalid_arguments" },
  ],
  "a workflow with wrong arguments": [
    "full",
    "review_period",
    { until: "2026-01-01" },
    { tool: "review_period", outcome: "invalid_arguments" },
  ],
  "a workflow that goes on with a program that does not wait": [
    "full",
    "declare_and_page",
    { resume: "prg_none" },
    { tool: "declare_and_page", access: "custom", outcome: "invalid_arguments" },
  ],
};

it.each(Object.entries(others))("%s leaves one entry", async (_, [surface, tool, args, entry]) => {
  expect(await entriesOf(surface, tool, args)).toMatchObject([entry]);
});

it("a workflow that runs is in the log, next to its calls", async () => {
  const entries = await entriesOf("full", "on_call_now", {});
  expect(entries.map(({ tool }) => tool).sort()).toEqual([
    "list_organization_on_call_schedules",
    "on_call_now",
  ]);
});
