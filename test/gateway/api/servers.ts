import { expect, it } from "vitest";
import type { TestedApi } from "./kit.js";

/** Server URLs: how they are made, changed, rotated, revoked and listed. */
export function serverTests(api: TestedApi): void {
  const { account, ask } = api;

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
    expect(body["url"]).toBe(`${api.on.url}/mcp/${body["token"] as string}`);
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
    expect((await ask("PATCH", path, {})).body.message).toContain("needs at least one field to change");
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
}

interface Preview {
  tool_count: number;
  listed_count: number;
  listed_tokens: number;
  result: { access: string; listed: boolean }[];
}
