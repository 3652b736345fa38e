import { describe, expect, it } from "vitest";
import { clientKinds, httpClient } from "../fixtures/clients.js";
import { call, makeAccount, makeServer, rpc } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";
import { account, entries, incident, on, stub, useServed } from "./kit/served.js";

const settingsOf = useStores();

describe.each(storeKinds)("serving on %s", (kind) => {
  useServed(kind, settingsOf);

  it.each(clientKinds)("serves a client of %s", async (client) => {
    const { url } = await makeServer(on, account);
    const { client: own, call: ask, close } = await httpClient(client, url);
    const { tools } = await own.listTools();
    expect(tools.map(({ name }) => name)).toContain("create_incident");
    expect((await ask("list_incidents")).text).toContain("as Acme");
    await close();
  });

  it("records each call with its tool and its outcome", async () => {
    const { id, url } = await makeServer(on, account);
    const made = await call(url, "create_incident", {
      name: "Down",
      summary: "key fhb-0123456789abcdef0123 of ada@example.com",
    });
    expect(made.status).toBe(200);
    const [entry] = await entries(`server_id=${id}&kind=call`);
    expect(entry).toMatchObject({
      outcome: "ok",
      actor: "server",
      request_id: made.headers.get("x-request-id"),
      address: "127.0.0.1",
      integrated_account_id: account,
      server_id: id,
      tool: "create_incident",
      access: "create",
      argument_names: ["name", "summary"],
      upstream_status: 201,
      result_bytes: Buffer.byteLength(made.result!.content![0]!.text),
    });
    expect(entry!["arguments"]).toEqual({ name: "Down", summary: "key [redacted] of [redacted]" });
    expect(entry!["duration_ms"]).toBeGreaterThan(0);
    await call(url, "create_incident", {
      summary: "key fhb-0123456789abcdef0123 of ada@example.com",
      name: "Down",
    });
    await call(url, "create_incident", { name: "Up" });
    const digests = (await entries(`server_id=${id}&kind=call`)).map(({ digest }) => digest);
    expect(digests[1]).toBe(digests[2]);
    expect(digests[0]).not.toBe(digests[1]);
  });

  it("applies a server URL's redaction to results and to the log", async () => {
    const { id, url } = await makeServer(on, account, { redact: ["emails", "name"] });
    const { value } = await call(url, "create_incident", { name: "Down", summary: "of ada@example.com" });
    expect(value).toMatchObject({ name: "[redacted]" });
    expect(JSON.stringify(value)).not.toContain("ada@");
    const [entry] = await entries(`server_id=${id}&kind=call`);
    expect(entry!["arguments"]).toEqual({ name: "[redacted]", summary: "of [redacted]" });
  });

  it("records the kind of each fault, the executors' inner tool, and searches", async () => {
    const { id, url } = await makeServer(on, account);
    await call(url, "create_incident", { nonsense: 1 });
    stub.reply = ({ path }) =>
      path.endsWith(incident) ? { status: 404, value: { detail: "gone" } } : undefined;
    await call(url, "get_incident", { incident_id: incident });
    await call(url, "execute_read", { tool: "list_incidents", arguments: { limit: 1 } });
    await call(url, "search_tools", { query: "page somebody" });
    const found = await entries(`server_id=${id}&kind=call`);
    expect(
      found.map(({ tool, outcome, upstream_status, access }) => [tool, outcome, upstream_status, access]),
    ).toEqual([
      ["search_tools", "ok", null, "discover"],
      ["list_incidents", "ok", 200, "list"],
      ["get_incident", "not_found", 404, "get"],
      ["create_incident", "invalid_arguments", null, "create"],
    ]);
  });

  it("applies a changed config, and an account's new key, at the next request", async () => {
    const { url, id } = await makeServer(on, account, { surface: "discover" });
    const listed = async () => (await rpc(url, "tools/list")).result!.tools!.map(({ name }) => name);
    expect(await listed()).toHaveLength(5);
    await on.ask("PATCH", `/integrated-account/${account}/mcp/${id}`, {
      config: { surface: "full", methods: ["list"] },
    });
    expect((await listed()).length).toBeGreaterThan(50);
    await on.ask("PATCH", `/integrated-account/${account}/mcp/${id}`, { config: { names: "managed" } });
    expect(await listed()).toContain("list_all_fire_hydrant_incidents");
    const own = await makeAccount(on, stub.url, "Before");
    const server = await makeServer(on, own);
    await call(server.url, "list_incidents");
    await on.ask("PATCH", `/integrated-account/${own}`, { api_key: "fhb-After", verify: false });
    await call(server.url, "list_incidents");
    expect(stub.arrived.map(({ key }) => key).slice(-2)).toEqual(["fhb-Before", "fhb-After"]);
  });

  it("takes a cursor only at the server URL that gave it", async () => {
    const data = [1, 2].map((at) => ({ id: `id-${at}`, name: `Incident ${at}` }));
    stub.reply = () => ({
      status: 200,
      value: { data, pagination: { page: 1, pages: 9, last: 9, next: 2 } },
    });
    const [own, other] = [await makeServer(on, account), await makeServer(on, account)];
    const elsewhere = await makeServer(on, await makeAccount(on, stub.url, "Elsewhere"));
    const { text } = await call(own.url, "list_incidents", { limit: 1 });
    const [, cursor] = /next_cursor\W+([\w.-]+)/.exec(text)!;
    const next = (url: string) => call(url, "list_incidents", { limit: 1, cursor });
    expect((await next(own.url)).isOk).toBe(true);
    stub.arrived.length = 0;
    for (const { url } of [other, elsewhere])
      expect((await next(url)).value).toMatchObject({
        error: { message: expect.stringContaining("cursor") },
      });
    expect(stub.arrived).toEqual([]);
  });

  it("reports a server whose config no longer works", async () => {
    const { url, id } = await makeServer(on, account, { tags: ["incidents"] });
    const { db } = on.gateway.core.store;
    await db
      .updateTable("servers")
      .set({ config: '{"tags":["a_former_tag"]}', version: 9 })
      .where("id", "=", id)
      .execute();
    on.gateway.core.changed();
    const answer = await rpc(url, "tools/list");
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("change its config");
    const shown = await on.ask<{ tool_count: number }>("GET", `/integrated-account/${account}/mcp/${id}`);
    expect(shown.body.tool_count).toBe(0);
  });

  it("records when servers and tokens were last used", async () => {
    const { url, id } = await makeServer(on, account);
    const lastUse = async () => {
      const path = `/integrated-account/${account}/mcp/${id}`;
      return (await on.ask<{ last_used_at: string | null }>("GET", path)).body.last_used_at;
    };
    expect(await lastUse()).toBeNull();
    const before = new Date().toISOString();
    await rpc(url, "tools/list");
    await expect.poll(lastUse).not.toBeNull();
    expect((await lastUse())! >= before).toBe(true);
  });
});
