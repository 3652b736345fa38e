import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConsent } from "../../gateway/consent/consent.js";
import { mountPage } from "../../gateway/page/page.js";
import { mintToken } from "../../gateway/secrets/token.js";
import { readSettings } from "../../gateway/settings.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { dumpOf, filesOf, tryEverywhere, visitPage } from "./kit/canary.js";
import { startIssuer } from "./kit/issuer.js";
import { call, makeServer, rpc, startTestGateway } from "./kit/gateway.js";
import { startPostgres, type TestPostgres } from "./kit/postgres.js";

let stub: ApiStub;
let folder: string;
beforeAll(async () => {
  stub = await startApiStub();
  folder = await mkdtemp(join(tmpdir(), "standpipe-canary-"));
});
afterAll(async () => {
  await stub.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a canary value", () => {
  let postgres: TestPostgres;
  beforeAll(async () => void (postgres = await startPostgres()));
  afterAll(() => postgres.stop());

  it.each(["sqlite", "postgres"])("as a token on %s never appears outside", async (kind) => {
    const own = join(folder, kind);
    const databaseUrl = kind === "postgres" ? await postgres.database() : undefined;
    const secret = "s".repeat(40);
    const admin = mintToken("admin");
    const issuer = await startIssuer();
    const on = await startTestGateway({
      folder: own,
      env: { STANDPIPE_SECRET_KEY: secret },
      consent: createConsent,
      mounts: [mountPage],
      settings: {
        databaseUrl,
        baseUrls: [stub.url],
        auditValues: true,
        adminToken: admin,
        oauth: readSettings({ STANDPIPE_OAUTH_ISSUERS: issuer.url }).oauth,
      },
    });
    const asAdmin = { authorization: `Bearer ${admin}` };
    const ask: typeof on.ask = (method, path, body, headers = asAdmin) => on.ask(method, path, body, headers);
    const key = "fhb-canarycanarycanary";
    const { body: account } = await ask<{ id: string }>("POST", "/integrated-account", {
      name: "A",
      base_url: stub.url,
      api_key: key,
    });
    const server = await makeServer({ ask }, account.id);
    const { body: api } = await ask<{ token: string }>("POST", "/api-tokens", { name: "t" });
    const strict = await makeServer({ ask }, account.id, { require_api_token_auth: true });
    const revoked = await makeServer({ ask }, account.id);
    await ask("DELETE", `/integrated-account/${account.id}/mcp/${revoked.id}`);
    const rotated = await ask<{ token: string }>(
      "POST",
      `/integrated-account/${account.id}/mcp/${server.id}/rotate`,
      {},
    );
    const signedIn = await makeServer({ ask }, account.id, {
      oauth: { scopes: { all: {} }, without_token: true },
    });
    const resource = `${on.url}/mcp/${signedIn.id}`;
    const access = await issuer.sign({ aud: resource, scope: "all", sub: `ada ${signedIn.token}` });
    const refused = await issuer.sign({ aud: resource, scope: "none" });
    const tokens = [server.token, strict.token, revoked.token, rotated.body.token, api.token, admin];
    tokens.push(signedIn.token, access, refused);

    const shown: string[] = [];
    for (const token of tokens) shown.push(...(await tryEverywhere(on.url, token, ask)));
    // Right answers, wrong answers, and an upstream that repeats the key.
    await call(server.url, "create_incident", {
      name: rotated.body.token,
      summary: server.token,
      [server.token]: 1,
    });
    await call(server.url, server.token);
    for (const token of [access, refused]) {
      const shows = { authorization: `Bearer ${token}` };
      shown.push((await call(resource, "create_incident", { name: token, [token]: 1 }, shows)).text);
      shown.push((await call(resource, token, {}, shows)).text.replaceAll(token, ""));
      shown.push((await rpc(`${resource}?access_token=${token}`, "tools/list")).text);
    }
    const asking = await makeServer({ ask }, account.id, { confirm: "write" });
    await call(asking.url, "create_incident", { name: "Asked about" });
    const visited = await visitPage(on.url, admin, account.id, asking.id);
    tokens.push(asking.token, visited.cookie);
    shown.push(...visited.pages);
    stub.reply = () => ({ status: 500, value: { detail: `${key} and ${server.token}` } });
    shown.push(JSON.stringify((await call(server.url, "list_incidents")).value).replaceAll(server.token, ""));
    stub.reply = () => undefined;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    for (const path of [
      "/metrics",
      "/log?limit=200",
      "/integrated-account",
      `/integrated-account/${account.id}/mcp?revoked=true`,
      "/api-tokens",
      "/openapi.json",
    ]) {
      shown.push(JSON.stringify((await ask<unknown>("GET", path)).body));
    }
    await on.stop();
    await issuer.close();
    const stored = databaseUrl ? await dumpOf(databaseUrl) : (await filesOf(own)).join("");
    expect(on.logged().length).toBeGreaterThan(5_000);
    expect(stored.length).toBeGreaterThan(5_000);
    for (const canary of [...tokens, key, secret]) {
      expect(on.logged().includes(canary), "in the log").toBe(false);
      expect(stored.includes(canary), "in the store").toBe(false);
      expect(
        shown.some((text) => text.includes(canary)),
        "in an answer",
      ).toBe(false);
    }
  });

  it("in a name is refused", async () => {
    const on = await startTestGateway();
    const { status, body } = await on.ask<{ message: string }>("POST", "/api-tokens", {
      name: `for ${mintToken("server")}`,
    });
    expect([status, body.message]).toEqual([400, "name: must not contain a token"]);
    await on.stop();
  });

  it("as an API key is only stored encrypted", async () => {
    const text = (await filesOf(join(folder, "sqlite"))).join("");
    expect(text).toContain("v1.");
    expect(text).not.toContain(Buffer.from("fhb-canary").toString("base64").slice(0, 10));
  });
});
