import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertConnection } from "../../gateway/authorization/connections.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { startTestGateway, type TestGateway } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";

const settingsOf = useStores();

interface List {
  readonly result: readonly Readonly<Record<"name" | "client_name", string>>[];
  readonly next_cursor: string | null;
  readonly message: string;
}

describe.each(storeKinds)("lists of the management API on %s", (kind) => {
  let on: TestGateway;
  let stub: ApiStub;
  let accountId: string;

  beforeAll(async () => {
    stub = await startApiStub();
    on = await startTestGateway({ settings: { ...(await settingsOf(kind)), baseUrls: [stub.url] } });
    for (const name of ["Beta", "alpha", "Gamma_1"]) {
      const account = { name, base_url: stub.url, api_key: `fhb-${name}` };
      const { body } = await on.ask<{ id: string }>("POST", "/integrated-account", account);
      accountId = body.id;
      await on.ask("POST", "/api-tokens", { name });
      const expires_at = new Date(Date.now() + 86_400_000).toISOString();
      await on.ask("POST", "/service-tokens", { name, role: "viewer", expires_at });
      const server = await on.ask<{ id: string }>("POST", `/integrated-account/${accountId}/mcp`, { name });
      const place = { account_id: accountId, server_id: server.body.id, redirect_host: "desk.example" };
      const person = { issuer: "https://id.example", subject: "ada", scopes: "[]" };
      const client = { client_id: `https://desk.example/${name}`, client_name: name };
      const { core } = on.gateway;
      await insertConnection(core.store.db, { ...place, ...person, ...client }, core.now());
    }
  });
  afterAll(async () => {
    await on.stop();
    await stub.close();
  });

  const lists = ["/integrated-account", "/servers", "/api-tokens", "/service-tokens"];

  /** All names, page after page of one. */
  async function names(
    path: string,
    query: Record<string, string>,
    field: "name" | "client_name" = "name",
  ): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null && found.length < 10) {
      const more: Record<string, string> = cursor === "" ? {} : { cursor };
      const search = new URLSearchParams({ limit: "1", ...query, ...more });
      const { body, status } = await on.ask<List>("GET", `${path}?${search.toString()}`);
      expect(status, body.message).toBe(200);
      found.push(...body.result.map((one) => one[field]));
      cursor = body.next_cursor;
    }
    return found;
  }

  it.each(lists)("%s is searched, sorted and read page by page", async (path) => {
    expect(await names(path, {})).toEqual(["Gamma_1", "alpha", "Beta"]);
    expect(await names(path, { sort: "name" })).toEqual(["alpha", "Beta", "Gamma_1"]);
    expect(await names(path, { sort: "-name" })).toEqual(["Gamma_1", "Beta", "alpha"]);
    expect(await names(path, { q: "MA_" })).toEqual(["Gamma_1"]);
    expect(await names(path, { q: "%" })).toEqual([]);
  });

  it("/connections are searched, sorted and read page by page, by the name of the client", async () => {
    const clients = (query: Record<string, string>) => names("/connections", query, "client_name");
    expect(await clients({})).toEqual(["Gamma_1", "alpha", "Beta"]);
    expect(await clients({ sort: "client_name" })).toEqual(["alpha", "Beta", "Gamma_1"]);
    expect(await clients({ sort: "-used_at" })).toEqual(["Gamma_1", "alpha", "Beta"]);
    expect(await clients({ q: "MA_" })).toEqual(["Gamma_1"]);
  });

  it.each(["/servers", "/api-tokens", "/service-tokens"])(
    "%s is sorted by a time that some do not have",
    async (path) => {
      expect(await names(path, { sort: "last_used_at" })).toEqual(["Beta", "alpha", "Gamma_1"]);
    },
  );

  it("a cursor continues only its own order", async () => {
    const { body } = await on.ask<List>("GET", "/servers?limit=1&sort=name");
    const other = await on.ask<List>("GET", `/servers?sort=-name&cursor=${body.next_cursor}`);
    expect([other.status, other.body.message]).toEqual([
      400,
      "cursor: is not a cursor of this list in this order",
    ]);
  });

  it("names the field that a list cannot be sorted by", async () => {
    const { status, body } = await on.ask<List>("GET", "/servers?sort=colour");
    expect([status, body.message]).toEqual([400, expect.stringContaining("query sort: must be one of")]);
  });

  it("filters server URLs by account, maker, state and expiry", async () => {
    expect(await names("/servers", { integrated_account_id: accountId })).toEqual(["Gamma_1"]);
    expect(await names("/servers", { made_by: "admin", sort: "name" })).toHaveLength(3);
    expect(await names("/servers", { made_by: "Ada" })).toEqual([]);
    expect(await names("/servers", { state: "expired" })).toEqual([]);
    // A server URL expires in 90 days unless its request says another time.
    expect(await names("/servers", { expires: "never" })).toEqual([]);
    expect(await names("/servers", { expires: "30d" })).toEqual([]);
    const lasting = { name: "Lasting", expires_at: null };
    await on.ask("POST", `/integrated-account/${accountId}/mcp`, lasting);
    expect(await names("/servers", { expires: "never" })).toEqual(["Lasting"]);
  });
});
