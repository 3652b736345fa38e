import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { command as server } from "../../cli/admin/server.js";
import type { Server } from "../../gateway/servers/server.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import {
  makeAccount,
  makeServer,
  startTestGateway,
  testAdminToken,
  type TestGateway,
} from "./kit/gateway.js";

/* Servers of all accounts by id or name, with one request for any number of accounts. */
let on: TestGateway;
let stub: ApiStub;
let accounts: string[];

beforeAll(async () => {
  stub = await startApiStub();
  on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
  process.env["STANDPIPE_URL"] = on.url;
  process.env["STANDPIPE_ADMIN_TOKEN"] = testAdminToken;
  accounts = [];
  for (const name of ["One", "Two", "Three"]) accounts.push(await makeAccount(on, stub.url, name));
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  await on.stop();
  await stub.close();
});

interface List {
  readonly result: Server[];
  readonly next_cursor: string | null;
}
const listed = async (query: string) => (await on.ask<List>("GET", `/servers${query}`)).body;
const named = async (account: number, name: string) => {
  const { id } = await makeServer(on, accounts[account]!);
  const path = `/integrated-account/${accounts[account]}/mcp/${id}`;
  await on.ask("PATCH", path, { name });
  return { id, path };
};

it("lists the servers of all accounts, page by page", async () => {
  const made = [await named(0, "Reader"), await named(1, "Pager"), await named(2, "Pager")];
  const first = await listed("?limit=2");
  const second = await listed(`?limit=2&cursor=${first.next_cursor}`);
  expect([...first.result, ...second.result].map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse());
  expect(second.next_cursor).toBeNull();
});

it("finds servers by id or name, and revoked ones on request", async () => {
  const { id, path } = await named(1, "Found");
  for (const called of [id, "Found"])
    expect((await listed(`?called=${called}`)).result).toMatchObject([{ id, name: "Found" }]);
  expect((await listed("?called=found")).result).toEqual([]);
  await on.ask("DELETE", path);
  expect((await listed("?called=Found")).result).toEqual([]);
  expect((await listed("?called=Found&revoked=true")).result).toMatchObject([{ id, state: "revoked" }]);
});

it("is only for the operator, and refuses unknown parameters", async () => {
  expect((await fetch(`${on.url}/servers`)).status).toBe(401);
  expect((await on.ask("GET", "/servers?name=x")).status).toBe(400);
});

it("the command line sends one request, and a second one only for a suggestion", async () => {
  const { id } = await named(2, "Asked");
  const out: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text) => void out.push(String(text)));
  const said = vi.spyOn(console, "error").mockReturnValue();
  const asked = vi.spyOn(globalThis, "fetch");
  expect(await server.run(["show", "Asked", "--json"])).toBe(0);
  expect(JSON.parse(out.join(""))).toMatchObject({ id, name: "Asked" });
  expect(asked).toHaveBeenCalledTimes(1);
  expect(await server.run(["show", "Askd"])).toBe(1);
  expect(said.mock.calls.flat().join("")).toContain('There is no server "Askd". Did you mean "Asked"?');
  expect(await server.run(["show", "Pager"])).toBe(1);
  expect(said.mock.calls.flat().join("")).toContain('Several servers are called "Pager". Pass an id: srv_');
});

it("servers of a deleted account are not listed", async () => {
  await on.ask("DELETE", `/integrated-account/${accounts[2]}`);
  expect((await listed("?called=Asked&revoked=true")).result).toEqual([]);
});
