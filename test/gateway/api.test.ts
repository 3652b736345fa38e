import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { accountTests } from "./api/accounts.js";
import { declarationTests } from "./api/declaration.js";
import { useApi, type Thing } from "./api/kit.js";
import { roleTests } from "./api/roles.js";
import { serverTests } from "./api/servers.js";
import { testAdminToken } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";

const settingsOf = useStores();

describe.each(storeKinds)("the management API on %s", (kind) => {
  const api = useApi(kind, settingsOf);
  const { ask, account } = api;

  it("has a valid OpenAPI 3.1 document with every route", async () => {
    expect(api.document.openapi).toBe("3.1.0");
    const { valid, errors } = await new Validator().validate(structuredClone(api.document) as never);
    expect(valid, JSON.stringify(errors)).toBe(true);
    const routes = Object.entries(api.document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m} ${path}`),
    );
    const answers = Object.values(api.document.paths).flatMap((methods) => Object.values(methods));
    for (const { responses } of answers) expect(Object.keys(responses)).toContain("403");
    expect(routes.sort()).toEqual(
      [
        "get /apis",
        "get /servers",
        "post /servers/revoke",
        "get /integrated-account",
        "post /integrated-account",
        "get /integrated-account/{id}",
        "patch /integrated-account/{id}",
        "delete /integrated-account/{id}",
        "get /integrated-account/{id}/own-keys",
        "delete /integrated-account/{id}/own-keys/{key_id}",
        "get /integrated-account/{id}/mcp",
        "post /integrated-account/{id}/mcp",
        "get /integrated-account/{id}/mcp/{server_id}",
        "patch /integrated-account/{id}/mcp/{server_id}",
        "delete /integrated-account/{id}/mcp/{server_id}",
        "post /integrated-account/{id}/mcp/{server_id}/rotate",
        "get /integrated-account/{id}/tools",
        "get /api-tokens",
        "post /api-tokens",
        "delete /api-tokens/{id}",
        "delete /session",
        "get /session/own-keys",
        "delete /session/own-keys/{account_id}",
        "get /session/connections",
        "delete /session/connections/{id}",
        "get /service-tokens",
        "post /service-tokens",
        "delete /service-tokens/{id}",
        "get /connections",
        "delete /connections/{id}",
        "get /log",
        "get /roles",
        "post /roles",
        "delete /roles/{id}",
        "post /people/remove",
        "get /log/verify",
        "get /log/export",
        "get /log/tail",
        "get /log/streams",
        "post /log/streams/{name}/replay",
        "get /usage",
        "get /surface-review",
        "get /declaration",
        "post /declaration/plan",
        "post /declaration/apply",
      ].sort(),
    );
  });

  accountTests(api);
  serverTests(api);

  it("refuses a body over 1 MB, and a body that is not JSON", async () => {
    expect(
      (await ask("POST", "/integrated-account", { name: "x".repeat(1_100_000), api_key: "k" })).status,
    ).toBe(413);
    const typed = await fetch(`${api.on.url}/integrated-account`, {
      method: "POST",
      headers: { authorization: `Bearer ${testAdminToken}`, "content-type": "text/plain" },
      body: "{}",
    });
    expect(typed.status).toBe(415);
    expect(await typed.json()).toMatchObject({ statusCode: 415, error: "Unsupported Media Type" });
  });

  it("makes, lists and revokes API tokens", async () => {
    const { id } = await account();
    const expires_at = new Date(Date.now() + 60_000).toISOString();
    const made = await ask("POST", "/api-tokens", { name: "CI", integrated_account_id: id, expires_at });
    expect(made.status).toBe(201);
    expect(made.body["token"]).toMatch(/^spa_[\w-]{49}$/);
    const { token: _, ...shown } = made.body;
    expect((await ask("GET", "/api-tokens")).body.result).toContainEqual(shown);
    expect((await ask("DELETE", `/api-tokens/${made.body.id}`)).status).toBe(204);
    expect((await ask("DELETE", `/api-tokens/${made.body.id}`)).status).toBe(404);
    expect((await ask("GET", "/api-tokens")).body.result).not.toContainEqual(shown);
    expect((await ask("POST", "/api-tokens", { name: "x", expires_at: "2001-01-01T00:00:00Z" })).status).toBe(
      400,
    );
    expect((await ask("POST", "/api-tokens", { name: "x", integrated_account_id: "acc_none" })).status).toBe(
      404,
    );
    expect((await ask("POST", "/api-tokens", {})).status).toBe(400);
  });

  it("refuses NUL and other control characters anywhere", async () => {
    const { id } = await account("Plain");
    const rows: [string, string, unknown?][] = [
      ["POST", "/integrated-account", { name: "a\0b", api_key: "k", verify: false }],
      ["POST", "/api-tokens", { name: "x", integrated_account_id: "acc_\0" }],
      ["POST", "/api-tokens", { name: "two\nlines" }],
      ["POST", `/integrated-account/${id}/mcp`, { name: "x", config: { tools: { allow: ["\0*"] } } }],
      ["GET", "/log?actor=%00"],
      ["GET", "/log?cursor=%00"],
      ["GET", `/integrated-account/${id}/tools?tags=%00`],
    ];
    for (const [method, path, body] of rows)
      expect((await ask(method, path, body)).status, `${method} ${path}`).toBe(400);
    expect((await api.on.ask("GET", "/integrated-account/acc_%00")).status).toBe(400);
    expect((await api.on.ask("DELETE", "/api-tokens/key_%00")).status).toBe(400);
  });

  it("answers unknown routes with the same error format", async () => {
    for (const [method, path] of [
      ["GET", "/nothing"],
      ["PUT", "/integrated-account"],
      ["DELETE", "/log"],
    ] as const) {
      const answer = await api.on.ask<Thing>(method, path);
      expect(answer.status, `${method} ${path}`).toBe(404);
      expect(answer.body).toEqual({ statusCode: 404, error: "Not Found", message: expect.any(String) });
    }
  });

  it("reviews what is served, of an API that is served", async () => {
    expect((await ask("GET", "/surface-review")).body).toMatchObject({
      api: "firehydrant",
      servers: { result: [], checked: expect.any(Number) },
    });
    expect((await ask("GET", "/surface-review?api=nope")).status).toBe(400);
  });

  it("reads numbers of calls, and names a wrong group", async () => {
    expect((await ask("GET", "/usage")).body).toMatchObject({
      by: "tool",
      total: { calls: expect.any(Number) },
    });
    expect((await ask("GET", "/usage?by=week")).status).toBe(400);
    expect((await api.on.ask("GET", "/usage", undefined, {})).status).toBe(401);
  });

  roleTests(api);
  declarationTests(api);

  it("has used every status that its document lists", async () => {
    expect((await ask("GET", "/log")).status).toBe(200);
    expect((await ask("GET", "/servers")).status).toBe(200);
    expect((await ask("GET", "/servers?limit=x")).status).toBe(400);
    // Each has tests of its own: audit-chain.test.ts, servers-search.test.ts.
    expect((await ask("GET", "/log/verify")).status).toBe(200);
    expect((await ask("GET", "/log/verify?after=7000000")).status).toBe(400);
    expect((await ask("GET", "/log/export?kind=access")).status).toBe(200);
    expect((await ask("GET", "/log/export?format=xml")).status).toBe(400);
    expect((await ask("GET", "/log/tail?kind=gossip")).status).toBe(400);
    expect((await ask("GET", "/log/streams")).status).toBe(200);
    const stream = { name: "file", sent: 0, holder: "", held_until: "", failures: 0, error: null };
    await api.on.gateway.core.store.db
      .insertInto("audit_streams")
      .values({ ...stream, retry_at: "", updated_at: new Date().toISOString() })
      .execute();
    expect((await ask("POST", "/log/streams/file/replay")).status).toBe(200);
    expect((await ask("POST", "/log/streams/none/replay")).status).toBe(404);
    expect((await ask("POST", "/servers/revoke", { q: "none", dry_run: true })).status).toBe(200);
    expect((await ask("POST", "/servers/revoke", {})).status).toBe(400);
    // Without the admin token all routes answer the same way. Other tests cover that.
    // log-export.test.ts follows the log, which takes seconds.
    // declare.test.ts exports, which needs unique names.
    // test/identity/login.test.ts signs a person in, and out.
    const elsewhere = ["GET /log/tail 200", "DELETE /session 204", "GET /declaration 200"];
    // test/identity/roles.test.ts tries every route with every role.
    const covered = (name: string) => / 40[13]$/.test(name) || elsewhere.includes(name);
    expect(api.documented.unseen().filter((name) => !covered(name))).toEqual([]);
  });
});
