import { describe, expect, it } from "vitest";
import { mintToken } from "../../gateway/secrets/token.js";
import { beginSession, endSession } from "../../gateway/sessions.js";
import { makeServer } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";
import { account, apiToken, clock, on, reason, useCredentials } from "./kit/credentials.js";

const settingsOf = useStores();

describe.each(storeKinds)("credentials of the management API on %s", (kind) => {
  useCredentials(kind, settingsOf);

  it("every route of the management API needs the admin token", async () => {
    const { body: document } = await on.ask<{ paths: Record<string, object> }>(
      "GET",
      "/openapi.json",
      undefined,
      {},
    );
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method, path]),
    );
    expect(routes.length).toBe(45);
    const server = await makeServer(on, account);
    const wrong: Record<string, Record<string, string>> = {
      none: {},
      empty: { authorization: "Bearer " },
      "not a bearer": { authorization: `Basic ${btoa(`admin:${on.adminToken}`)}` },
      "almost right": { authorization: `Bearer ${on.adminToken.slice(0, -1)}` },
      "more than right": { authorization: `Bearer ${on.adminToken}x` },
      "another case": { authorization: `Bearer ${on.adminToken.toUpperCase()}` },
      "a server's": { authorization: `Bearer ${server.token}` },
      "an API token": { authorization: `Bearer ${(await apiToken()).token}` },
      "a made-up admin token": { authorization: `Bearer ${mintToken("admin")}` },
      "a made-up session": { cookie: `standpipe_session=${mintToken("session")}` },
    };
    for (const [method, template] of routes as [string, string][]) {
      const path = template.replace("{id}", account).replace("{server_id}", server.id);
      for (const [name, headers] of Object.entries(wrong)) {
        const { status, body } = await on.ask(
          method.toUpperCase(),
          path,
          method === "get" ? undefined : {},
          headers,
        );
        expect(status, `${name}: ${method} ${path}`).toBe(401);
        expect(body).toMatchObject({ statusCode: 401, error: "Unauthorized" });
      }
    }
    await expect.poll(reason).toMatch(/^(no_credential|wrong_admin_token)$/);
    expect((await on.ask("GET", "/metrics", undefined, {})).status).toBe(401);
    expect((await on.ask("GET", "/metrics", undefined, wrong["a server's"])).status).toBe(401);
    expect((await on.ask("GET", `/integrated-account/${account}/mcp/${server.id}`)).body).toMatchObject({
      state: "active",
    });
  });

  it("a session can read, and can only change things from its own page", async () => {
    const act = { actor: "test", requestId: "test" };
    const session = await beginSession(on.gateway.core, "Ada", act);
    const cookie = `standpipe_session=${session.cookie}`;
    const create = (headers: Record<string, string>) =>
      on.ask("POST", "/api-tokens", { name: "from the page" }, headers);
    expect((await on.ask("GET", "/api-tokens", undefined, { cookie })).status).toBe(200);
    expect((await create({ cookie })).status).toBe(403);
    expect((await create({ cookie, "x-csrf-token": "guess" })).status).toBe(403);
    await expect.poll(reason).toBe("csrf");
    expect((await create({ cookie, "x-csrf-token": session.csrf })).status).toBe(201);
    const { body } = await on.ask<{ result: { actor: string }[] }>(
      "GET",
      "/log?action=api_token.create&limit=1",
    );
    expect(body.result[0]!.actor).toBe("Ada");
    clock.set(13 * 3_600_000);
    expect((await on.ask("GET", "/api-tokens", undefined, { cookie })).status).toBe(401);
    clock.set(0);
    await endSession(on.gateway.core, session.id, act);
    expect((await on.ask("GET", "/api-tokens", undefined, { cookie })).status).toBe(401);
  });
});
