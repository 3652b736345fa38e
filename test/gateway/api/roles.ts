import { expect, it } from "vitest";
import { insertConnection } from "../../../gateway/authorization/connections.js";
import { beginSession } from "../../../gateway/sessions.js";
import { makeServer } from "../kit/gateway.js";
import type { TestedApi } from "./kit.js";

/** Roles of people, without people: test/identity/ signs them in. */
export function roleTests(api: TestedApi): void {
  const { ask } = api;

  it("gives, lists and takes away roles, and removes a person", async () => {
    const input = { role: "viewer", holder_kind: "group", holder: "sre" };
    const made = await ask("POST", "/roles", input);
    expect(made).toMatchObject({ status: 201, body: { ...input, integrated_account_id: null } });
    expect((await ask("POST", "/roles", input)).body.message).toBe(
      "holder: has the role viewer there already",
    );
    expect((await ask("POST", "/roles", { ...input, role: "king" })).status).toBe(400);
    const elsewhere = { ...input, integrated_account_id: "acc_0" };
    expect((await ask("POST", "/roles", elsewhere)).status).toBe(404);
    expect((await ask("GET", "/roles")).body.result.map(({ id }) => id)).toEqual([made.body.id]);
    const other = await ask("POST", "/roles", { ...input, holder: "Analysts" });
    const ids = async (query: string) =>
      (await ask("GET", `/roles?${query}`)).body.result.map(({ id }) => id);
    expect(await ids("sort=holder")).toEqual([other.body.id, made.body.id]);
    expect(await ids("sort=-holder")).toEqual([made.body.id, other.body.id]);
    expect(await ids("q=ANA")).toEqual([other.body.id]);
    expect((await ask("GET", "/roles?limit=x")).status).toBe(400);
    expect((await ask("DELETE", `/roles/${other.body.id}`)).status).toBe(204);
    expect((await ask("DELETE", `/roles/${made.body.id}`)).status).toBe(204);
    expect((await ask("DELETE", `/roles/${made.body.id}`)).status).toBe(404);
    expect((await ask("POST", "/people/remove", { subject: "id-of-nobody" })).status).toBe(204);
    expect((await ask("POST", "/people/remove", {})).status).toBe(400);
  });

  it("lists and ends the clients that people allowed", async () => {
    const { core } = api.on.gateway;
    const { id: account_id } = await api.account();
    const { id: server_id } = await makeServer(api.on, account_id);
    const client = { client_id: "https://desk.example/client.json", client_name: "Desk" };
    const person = { issuer: "https://login.example.com", subject: "ada" };
    const { id } = await insertConnection(
      core.store.db,
      { account_id, server_id, ...client, ...person, redirect_host: "desk.example", scopes: "[]" },
      core.now(),
    );
    const { body } = await ask("GET", "/connections");
    expect(body.result).toMatchObject([{ id, server_id, ...client, ...person, scopes: [] }]);
    expect((await ask("GET", "/connections?limit=x")).status).toBe(400);
    expect((await ask("DELETE", `/connections/${id}`)).status).toBe(204);
    expect((await ask("DELETE", `/connections/${id}`)).status).toBe(404);
  });

  it("makes, lists and revokes service tokens", async () => {
    const expires_at = new Date(Date.now() + 60_000).toISOString();
    const input = { name: "CI", role: "viewer", expires_at };
    const made = await ask("POST", "/service-tokens", input);
    expect(made.status).toBe(201);
    expect(made.body["token"]).toMatch(/^spv_[\w-]{49}$/);
    const { token: _, ...shown } = made.body;
    expect((await ask("GET", "/service-tokens")).body.result).toContainEqual(shown);
    expect((await ask("GET", "/service-tokens?limit=x")).status).toBe(400);
    expect((await ask("POST", "/service-tokens", { ...input, role: "approver" })).status).toBe(400);
    const elsewhere = { ...input, integrated_account_id: "acc_0" };
    expect((await ask("POST", "/service-tokens", elsewhere)).status).toBe(404);
    expect((await ask("DELETE", `/service-tokens/${made.body.id}`)).status).toBe(204);
    expect((await ask("DELETE", `/service-tokens/${made.body.id}`)).status).toBe(404);
  });

  it("ends a session, and has none for the admin token", async () => {
    expect((await ask("DELETE", "/session")).status).toBe(400);
  });

  it("lists and removes the own keys and clients of the person who asks", async () => {
    const { core } = api.on.gateway;
    const { id: account_id } = await api.account("Own");
    const { id: server_id } = await makeServer(api.on, account_id);
    const person = { issuer: "http://127.0.0.1:9", subject: "id-of-eva" };
    const act = { actor: "Eva", requestId: "req" };
    const { cookie } = await beginSession(core, "Eva", act, { ...person, name: "Eva", groups: [] });
    const at = new Date().toISOString();
    const key = { id: `own_${account_id}`, verified_at: at, updated_at: at };
    await core.store.db
      .insertInto("own_keys")
      .values({ ...key, ...person, account_id, person: "Eva", api_key: "sealed", created_at: at })
      .execute();
    const client = { client_id: "https://desk.example/client.json", client_name: "Desk" };
    const place = { account_id, server_id, redirect_host: "desk.example", scopes: "[]" };
    const { id } = await insertConnection(core.store.db, { ...place, ...client, ...person }, core.now());
    const askAsEva = async (method: string, path: string) => {
      const answer = await api.on.ask(method, path, undefined, { authorization: `Bearer ${cookie}` });
      api.documented.check(method, path, answer);
      return answer;
    };
    const held = { ...key, integrated_account_id: account_id, account: "Own" };
    expect((await askAsEva("GET", "/session/own-keys")).body).toEqual({ result: [held] });
    expect((await askAsEva("DELETE", `/session/own-keys/${account_id}`)).status).toBe(204);
    expect((await askAsEva("GET", "/session/own-keys")).body).toEqual({ result: [] });
    const clients = (await askAsEva("GET", "/session/connections")).body;
    expect(clients).toMatchObject({ result: [{ id, ...client, account: "Own" }] });
    expect((await askAsEva("DELETE", `/session/connections/${id}`)).status).toBe(204);
    expect((await askAsEva("DELETE", `/session/connections/${id}`)).status).toBe(404);
    expect((await ask("GET", "/session/own-keys")).status).toBe(403);
  });
}
