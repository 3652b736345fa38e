import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { badKey, startApiStub, type ApiStub } from "./kit/api-stub.js";
import { createDocumentCheck, type Document } from "./kit/document.js";
import { startTestGateway, testAdminToken, type Reply, type TestGateway } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";

const settingsOf = useStores();

interface Thing {
  id: string;
  name: string;
  result: Thing[];
  next_cursor: string | null;
  message: string;
  [field: string]: unknown;
}

describe.each(storeKinds)("the management API on %s", (kind) => {
  let on: TestGateway;
  let stub: ApiStub;
  let document: Document;
  let documented: ReturnType<typeof createDocumentCheck>;

  beforeAll(async () => {
    stub = await startApiStub();
    on = await startTestGateway({ settings: { ...(await settingsOf(kind)), baseUrls: [stub.url] } });
    document = (await on.ask<Document>("GET", "/openapi.json", undefined, {})).body;
    documented = createDocumentCheck(document);
  });
  afterAll(async () => {
    await on.stop();
    await stub.close();
  });

  /** Sends a request and checks the answer against the gateway's own document. */
  async function ask(method: string, path: string, body?: unknown): Promise<Reply<Thing>> {
    const answer = await on.ask<Thing>(method, path, body);
    documented.check(method, path, answer);
    return answer;
  }

  async function account(name = "Acme"): Promise<Thing> {
    const { status, body } = await ask("POST", "/integrated-account", {
      name,
      base_url: stub.url,
      api_key: `fhb-${name}`,
    });
    expect(status).toBe(201);
    return body;
  }

  it("has a valid OpenAPI 3.1 document with every route", async () => {
    expect(document.openapi).toBe("3.1.0");
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
    expect(valid, JSON.stringify(errors)).toBe(true);
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m} ${path}`),
    );
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
        "get /log",
        "get /log/verify",
        "get /log/export",
        "get /log/tail",
        "get /log/streams",
        "post /log/streams/{name}/replay",
        "get /usage",
      ].sort(),
    );
  });

  it("adds, shows, changes and deletes an account, and never returns its key", async () => {
    const made = await account();
    expect(made).toMatchObject({ name: "Acme", region: null, base_url: stub.url });
    expect(made["verified_at"]).not.toBeNull();
    expect(stub.arrived.at(-1)).toMatchObject({ path: "/v1/ping", key: "fhb-Acme" });
    const path = `/integrated-account/${made.id}`;
    expect((await ask("GET", path)).body).toEqual(made);
    const renamed = await ask("PATCH", path, { name: "Acme Inc" });
    expect(renamed.body).toMatchObject({ id: made.id, name: "Acme Inc", verified_at: made["verified_at"] });
    const rekeyed = await ask("PATCH", path, { api_key: "fhb-another", verify: false });
    expect(rekeyed.body["verified_at"]).toBeNull();
    const all = JSON.stringify([
      made,
      renamed.body,
      rekeyed.body,
      (await ask("GET", "/integrated-account")).body,
    ]);
    expect(all).not.toContain("fhb-");
    expect((await ask("DELETE", path)).status).toBe(204);
    for (const [method, body] of [["GET"], ["PATCH", { name: "x" }], ["DELETE"]] as const) {
      expect((await ask(method, path, body)).status, method).toBe(404);
    }
  });

  it("lists the APIs for accounts", async () => {
    const { status, body } = await ask("GET", "/apis");
    const api = {
      name: "firehydrant",
      title: "FireHydrant",
      regions: ["us", "eu"],
      base_urls: [stub.url],
      credentials: ["FIREHYDRANT_API_KEY"],
    };
    expect([status, body]).toEqual([200, { result: [api] }]);
  });

  it("refuses a key that the API refuses, and reports when it cannot check the key", async () => {
    const refused = await ask("POST", "/integrated-account", {
      name: "A",
      base_url: stub.url,
      api_key: badKey,
    });
    expect(refused).toMatchObject({ status: 400, body: { statusCode: 400, error: "Bad Request" } });
    expect(refused.body.message).toMatch(/^api_key: FireHydrant at .* refuses the key \(401\)$/);
    const kept = await account("Kept");
    stub.reply = () => ({ status: 500, value: {} });
    const broken = await ask("POST", "/integrated-account", {
      name: "A",
      base_url: stub.url,
      api_key: "fhb-x",
    });
    const rekeyed = await ask("PATCH", `/integrated-account/${kept.id}`, { api_key: "fhb-y" });
    stub.reply = () => undefined;
    expect(rekeyed.status).toBe(502);
    expect((await ask("GET", `/integrated-account/${kept.id}`)).body).toEqual(kept);
    expect(broken).toMatchObject({ status: 502, body: { statusCode: 502, error: "Bad Gateway" } });
    expect(broken.body.message).toMatch(/answered 500 when the gateway checked the key\.$/);
    expect(broken.body).toMatchObject({ fix: 'Set "verify": false to save the key without a check.' });
    const unchecked = await ask("POST", "/integrated-account", {
      name: "A",
      base_url: stub.url,
      api_key: badKey,
      verify: false,
    });
    expect(unchecked.status).toBe(201);
  });

  it("does not send keys to hosts that the operator did not allow", async () => {
    const input = { name: "A", api_key: "fhb-x", verify: false };
    const rows: Record<string, object> = {
      "base_url: must be one of STANDPIPE_BASE_URLS": { ...input, base_url: "http://169.254.169.254" },
      "region: must be one of us, eu": { ...input, region: "moon" },
      "region, base_url: only one of them": { ...input, region: "us", base_url: stub.url },
      "region: must be one of us, eu; for the sandbox, start the gateway with --sandbox": {
        ...input,
        region: "sandbox",
      },
      "api_key: FIREHYDRANT_API_KEY holds a character": {
        name: "A",
        base_url: stub.url,
        api_key: "fhb-\u20ac",
      },
    };
    for (const [message, body] of Object.entries(rows)) {
      const { status, body: said } = await ask("POST", "/integrated-account", body);
      expect(status, message).toBe(400);
      expect(said.message).toContain(message);
    }
    const made = await account("Mover");
    const moved = await ask("PATCH", `/integrated-account/${made.id}`, { region: "eu" });
    expect(moved).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("api_key: is required") },
    });
  });

  it("reports all faults of a request", async () => {
    const { status, body } = await ask("POST", "/integrated-account", {
      name: "",
      api_key: 7,
      colour: "red",
    });
    expect(status).toBe(400);
    expect(body.message).toBe("name: must not be empty; api_key: must be text; colour: unknown field");
    const { id } = await account();
    const config = { methods: ["raed"], tags: ["nope"], tools: { allow: ["no_such_*"] } };
    const selection = await ask("POST", `/integrated-account/${id}/mcp`, { name: "x", config });
    for (const part of ["config.methods: ", "config.tags: ", "config.tools.allow: "]) {
      expect(selection.body.message).toContain(part);
    }
    expect(selection.body.message).toContain(
      "Valid methods: list, get, create, update, delete, custom, read, write",
    );
    expect(selection.body.message).toMatch(/Valid tags: .*incidents/);
  });

  it.each([
    ["no JSON at all", "{", 400, "body: is not valid JSON"],
    ["a list", [], 400, "body: "],
    ["nothing", undefined, 400, ""],
  ])("refuses a body that is %s", async (_, body, status, message) => {
    const answer = await ask("POST", "/integrated-account", body);
    expect(answer.status).toBe(status);
    expect(answer.body.message).toContain(message);
  });

  it("refuses a body over 1 MB, and a body that is not JSON", async () => {
    expect(
      (await ask("POST", "/integrated-account", { name: "x".repeat(1_100_000), api_key: "k" })).status,
    ).toBe(413);
    const typed = await fetch(`${on.url}/integrated-account`, {
      method: "POST",
      headers: { authorization: `Bearer ${testAdminToken}`, "content-type": "text/plain" },
      body: "{}",
    });
    expect(typed.status).toBe(415);
    expect(await typed.json()).toMatchObject({ statusCode: 415, error: "Unsupported Media Type" });
  });

  it("creates a server, and shows its token and URL once", async () => {
    const { id } = await account();
    const path = `/integrated-account/${id}/mcp`;
    const config = { methods: ["read"], tags: ["incidents"] };
    const { status, body } = await ask("POST", path, { name: "Reader", config, expires_at: null });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: "Reader",
      config,
      integrated_account_id: id,
      state: "active",
      expires_at: null,
    });
    expect(body["token"]).toMatch(/^sp_[\w-]{49}$/);
    expect(body["url"]).toBe(`${on.url}/mcp/${body["token"] as string}`);
    expect(body["tool_count"]).toBeGreaterThan(10);
    const shown = (await ask("GET", `${path}/${body.id}`)).body;
    expect(shown).not.toHaveProperty("token");
    expect(shown).not.toHaveProperty("url");
    expect((await ask("GET", path)).body).toEqual({ result: [shown], next_cursor: null });
  });

  it("refuses a selection without tools, and an expiry in the near past or future", async () => {
    const { id } = await account();
    const path = `/integrated-account/${id}/mcp`;
    const none = await ask("POST", path, { name: "x", config: { methods: ["delete"], tags: ["audit"] } });
    expect(none.status).toBe(400);
    expect(none.body.message).toMatch(/Methods: .*Tags: .*incidents/);
    const soon = new Date(Date.now() + 30_000).toISOString();
    for (const expires_at of [soon, "2001-01-01T00:00:00Z", "tomorrow", 5, "2030-13-01T00:00:00Z"]) {
      const { status, body } = await ask("POST", path, { name: "x", expires_at });
      expect(status, String(expires_at)).toBe(400);
      expect(body.message).toContain("expires_at: ");
    }
    const later = new Date(Date.now() + 90_000).toISOString();
    const made = await ask("POST", path, { name: "x", expires_at: later.replace("Z", "+00:00") });
    expect(made.body["expires_at"]).toBe(later);
  });

  it("refuses invalid configs", async () => {
    const { id } = await account();
    const rows: Record<string, object> = {
      "config.surface": { surface: "everything" },
      "config.names": { names: "nice" },
      "config.rate_limit.calls": { rate_limit: { calls: 0, seconds: 1 } },
      "config.rate_limit.seconds": { rate_limit: { calls: 1 } },
      "config.result_token_budget": { result_token_budget: 10 },
      "config.call_seconds: must be from 0.1 to 600": { call_seconds: 0 },
      "config.connect_seconds: must be a number": { connect_seconds: "5" },
      "config.on_429": { on_429: "panic" },
      "config.output_schemas": { output_schemas: "yes" },
      "config.resolve_names": { resolve_names: "yes" },
      "config.require_api_token_auth": { require_api_token_auth: 1 },
      "config.confirm": { confirm: "sometimes" },
      "config.method: unknown field": { method: ["read"] },
      "config.tools.denied: unknown field": { tools: { denied: [] } },
      "config.methods": { methods: [] },
      "config.tools.allow": { tools: { allow: [] } },
    };
    for (const [message, config] of Object.entries(rows)) {
      const { status, body } = await ask("POST", `/integrated-account/${id}/mcp`, { name: "x", config });
      expect(status, message).toBe(400);
      expect(body.message).toContain(message);
    }
    const confirmed = await ask("POST", `/integrated-account/${id}/mcp`, {
      name: "x",
      config: { confirm: ["no_such_tool"] },
    });
    expect(confirmed.body.message).toContain("config.confirm: ");
  });

  it("changes name, config and expiry, each on its own", async () => {
    const { id } = await account();
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    const config = { methods: ["read"], tags: ["incidents"], rate_limit: { calls: 5, seconds: 1 } };
    const made = await ask("POST", `/integrated-account/${id}/mcp`, { name: "x", config, expires_at });
    const path = `/integrated-account/${id}/mcp/${made.body.id}`;
    expect((await ask("PATCH", path, { name: "y" })).body).toMatchObject({ name: "y", config, expires_at });
    const changed = await ask("PATCH", path, { config: { tags: null, methods: ["list"] }, expires_at: null });
    expect(changed.body).toMatchObject({
      config: { methods: ["list"], rate_limit: config.rate_limit },
      expires_at: null,
    });
    expect(changed.body["config"]).not.toHaveProperty("tags");
    const wrong = await ask("PATCH", path, { config: { tags: ["nope"] } });
    expect(wrong.status).toBe(400);
    expect((await ask("GET", path)).body["config"]).toEqual(changed.body["config"]);
    expect((await ask("PATCH", path, {})).body.message).toContain("nothing is to be changed");
  });

  it("rotates with an overlap, and revokes permanently", async () => {
    const { id } = await account();
    const made = await ask("POST", `/integrated-account/${id}/mcp`, { name: "x" });
    const path = `/integrated-account/${id}/mcp/${made.body.id}`;
    const usual = await ask("POST", `${path}/rotate`);
    expect(usual.status).toBe(200);
    expect(usual.body["token"]).not.toBe(made.body["token"]);
    const overlap = Date.parse(usual.body["previous_token_valid_until"] as string) - Date.now();
    expect(overlap / 1000).toBeCloseTo(86_400, -2);
    expect((await ask("POST", `${path}/rotate`, { overlap_seconds: 0 })).status).toBe(200);
    for (const overlap_seconds of [-1, 1.5, 2_592_001, "1"]) {
      expect((await ask("POST", `${path}/rotate`, { overlap_seconds })).status).toBe(400);
    }
    expect((await ask("DELETE", path)).status).toBe(204);
    expect((await ask("DELETE", path)).status).toBe(204);
    expect((await ask("GET", path)).body).toMatchObject({ state: "revoked" });
    expect((await ask("PATCH", path, { name: "z" })).status).toBe(409);
    expect((await ask("POST", `${path}/rotate`, {})).status).toBe(409);
    const list = `/integrated-account/${id}/mcp`;
    expect((await ask("GET", list)).body.result).toEqual([]);
    expect((await ask("GET", `${list}?revoked=true`)).body.result).toHaveLength(1);
  });

  it("answers 404 for a server under another account's path", async () => {
    const [mine, theirs] = [await account("Mine"), await account("Theirs")];
    const made = await ask("POST", `/integrated-account/${mine.id}/mcp`, { name: "x" });
    const path = `/integrated-account/${theirs.id}/mcp/${made.body.id}`;
    for (const [method, suffix, body] of [
      ["GET", ""],
      ["PATCH", "", { name: "y" }],
      ["DELETE", ""],
      ["POST", "/rotate", {}],
    ] as const) {
      expect((await ask(method, path + suffix, body)).status, method).toBe(404);
    }
    for (const path of ["/integrated-account/acc_none/mcp", "/integrated-account/acc_none/tools"]) {
      expect((await ask("GET", path)).status).toBe(404);
    }
    expect((await ask("POST", "/integrated-account/acc_none/mcp", { name: "x" })).status).toBe(404);
    expect((await ask("GET", `/integrated-account/${mine.id}/mcp/${made.body.id}`)).body).toMatchObject({
      state: "active",
    });
  });

  it("previews the tools and the cost of a selection", async () => {
    const { id } = await account();
    const path = `/integrated-account/${id}/tools`;
    const all = (await ask("GET", path)).body as unknown as Preview;
    expect(all.tool_count).toBe(474);
    expect(all.listed_count).toBeLessThan(40);
    const some = (await ask("GET", `${path}?methods=list,get&tags=incidents&tags=teams&surface=full`))
      .body as unknown as Preview;
    expect(some.tool_count).toBeGreaterThan(20);
    expect(some.result.every(({ access, listed }) => ["list", "get"].includes(access) && listed)).toBe(true);
    expect(some.listed_tokens).toBeGreaterThan(1_000);
    expect((await ask("GET", `${path}?methods=raed`)).body.message).toContain('Did you mean "read"?');
    expect((await ask("GET", `${path}?allow=create_incident&names=managed`)).body.result).toMatchObject([
      { name: "create_a_fire_hydrant_incident" },
    ]);
  });

  it("pages lists", async () => {
    const { id } = await account();
    for (let made = 0; made < 5; made++)
      await ask("POST", `/integrated-account/${id}/mcp`, { name: `s${made}` });
    const names: string[] = [];
    for (let cursor = ""; ;) {
      const { body } = await ask(
        "GET",
        `/integrated-account/${id}/mcp?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      names.push(...body.result.map(({ name }) => name));
      if (body.next_cursor === null) break;
      cursor = body.next_cursor;
    }
    expect(names).toEqual(["s4", "s3", "s2", "s1", "s0"]);
    for (const path of ["/integrated-account", `/integrated-account/${id}/mcp`, "/api-tokens", "/log"]) {
      for (const query of ["limit=0", "limit=201", "limit=x", "cursor=nonsense", "page=2"])
        expect((await ask("GET", `${path}?${query}`)).status, `${path} ${query}`).toBe(400);
    }
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
    expect((await on.ask("GET", "/integrated-account/acc_%00")).status).toBe(400);
    expect((await on.ask("DELETE", "/api-tokens/key_%00")).status).toBe(400);
  });

  it("answers unknown routes with the same error format", async () => {
    for (const [method, path] of [
      ["GET", "/nothing"],
      ["PUT", "/integrated-account"],
      ["DELETE", "/log"],
    ] as const) {
      const answer = await on.ask<Thing>(method, path);
      expect(answer.status, `${method} ${path}`).toBe(404);
      expect(answer.body).toEqual({ statusCode: 404, error: "Not Found", message: expect.any(String) });
    }
  });

  it("reads numbers of calls, and names a wrong group", async () => {
    expect((await ask("GET", "/usage")).body).toMatchObject({
      by: "tool",
      total: { calls: expect.any(Number) },
    });
    expect((await ask("GET", "/usage?by=week")).status).toBe(400);
    expect((await on.ask("GET", "/usage", undefined, {})).status).toBe(401);
  });

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
    await on.gateway.core.store.db
      .insertInto("audit_streams")
      .values({ ...stream, retry_at: "", updated_at: new Date().toISOString() })
      .execute();
    expect((await ask("POST", "/log/streams/file/replay")).status).toBe(200);
    expect((await ask("POST", "/log/streams/none/replay")).status).toBe(404);
    expect((await ask("POST", "/servers/revoke", { q: "none", dry_run: true })).status).toBe(200);
    expect((await ask("POST", "/servers/revoke", {})).status).toBe(400);
    // Without the admin token all routes answer the same way. Other tests cover that.
    expect(documented.unseen().filter((name) => !name.endsWith(" 401"))).toEqual([]);
  });
});

interface Preview {
  tool_count: number;
  listed_count: number;
  listed_tokens: number;
  result: { access: string; listed: boolean }[];
}
