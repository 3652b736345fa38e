import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { command as accountCommand } from "../../cli/admin/account.js";
import { apis } from "../../cli/apis.js";
import { runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";
import { loadApi } from "../../cli/load-api.js";
import { createConsent } from "../../gateway/consent/consent.js";
import { mountPage } from "../../gateway/page/page.js";
import { startCommand } from "../deploy/kit/start.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { call, makeServer, rpc, startTestGateway, testAdminToken, type TestGateway } from "./kit/gateway.js";
import { signIn, type PageSession } from "./kit/page-session.js";

/* A gateway of two generated APIs, each with an upstream that records every request and its key. */

const keys = { firehydrant: "fhb-acme-incidents", pets: "fhb-acme-pets" };
type ApiName = keyof typeof keys;

let folder: string;
let bundle: string;
let upstreams: Record<ApiName, ApiStub>;
let on: TestGateway;
let page: PageSession;
let accounts: Record<ApiName, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-apis-"));
  bundle = join(folder, "pets");
  upstreams = { firehydrant: await startApiStub(), pets: await startApiStub() };
  const spec = join(folder, "openapi.json");
  await writeFile(spec, JSON.stringify(petsDocument(upstreams.pets.url)));
  const quiet = vi.spyOn(console, "log").mockReturnValue();
  expect(await runGenerateFromDocument({ spec, name: "pets", out: bundle, bundle: true })).toBe(0);
  quiet.mockRestore();
  on = await startTestGateway({
    apis: [await loadApi("firehydrant", apis), await loadApi(bundle, apis)],
    settings: { baseUrls: [upstreams.firehydrant.url] },
    consent: createConsent,
    mounts: [mountPage],
  });
  page = await signIn(on.url);
  vi.stubEnv("STANDPIPE_URL", on.url);
  vi.stubEnv("STANDPIPE_ADMIN_TOKEN", testAdminToken);
  accounts = {
    firehydrant: await addAccount({ api: "firehydrant", base_url: upstreams.firehydrant.url }),
    pets: await addAccount({ api: "pets" }),
  };
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await on?.stop();
  await Promise.all(Object.values(upstreams).map((upstream) => upstream.close()));
  await rm(folder, { recursive: true, force: true });
});

async function addAccount(place: { api: ApiName; base_url?: string }): Promise<string> {
  const input = { name: `Acme ${place.api}`, api_key: keys[place.api], verify: false, ...place };
  const { status, body } = await on.ask<{ id: string }>("POST", "/integrated-account", input);
  expect(status).toBe(201);
  return body.id;
}

const own: Record<ApiName, { read: string; write: readonly [string, object] }> = {
  firehydrant: { read: "list_teams", write: ["create_team", { name: "Made" }] },
  pets: { read: "list_pets", write: ["create_pet", { name: "Made" }] },
};

describe.each(Object.keys(keys) as ApiName[])("a server URL of %s", (api) => {
  const other: ApiName = api === "pets" ? "firehydrant" : "pets";

  it("lists and calls only the tools of its own API", async () => {
    const { url } = await makeServer(on, accounts[api], { surface: "full" });
    const names = (await rpc(url, "tools/list")).result!.tools!.map(({ name }) => name);
    expect(names).toContain(own[api].read);
    expect(names).not.toContain(own[other].read);
    const before = upstreams[other].arrived.length;
    expect((await call(url, own[api].read)).isOk).toBe(true);
    expect((await call(url, ...own[api].write)).isOk).toBe(true);
    expect(JSON.stringify(await call(url, own[other].read))).toContain("Unknown tool");
    expect(upstreams[other].arrived).toHaveLength(before);
  });

  it("filters, previews and confirms its own API's tools", async () => {
    const path = `/integrated-account/${accounts[api]}`;
    const deny = (name: string) => ({ name: "x", config: { tools: { deny: [name] } } });
    expect((await on.ask("POST", `${path}/mcp`, deny(own[api].read))).status).toBe(201);
    expect((await on.ask("POST", `${path}/mcp`, deny(own[other].read))).status).toBe(400);
    const { body } = await on.ask<{ tool_count: number }>("GET", `${path}/tools?allow=${own[api].read}`);
    expect(body.tool_count).toBe(1);
    const { url } = await makeServer(on, accounts[api], { confirm: "write" });
    const asked = await call(url, ...own[api].write);
    const link = /\/approvals\/apr_\w+/.exec(asked.text)![0];
    expect(await page.read(link)).toContain(`Acme ${api}`);
    expect(await page.read(link)).toContain(own[api].write[0]);
  });

  it("is given to clients under its API's name", async () => {
    const { html } = await page.submit(`/accounts/${accounts[api]}/servers/new`, { name: "Named" });
    expect(html).toContain(`claude mcp add --transport http ${api} `);
  });

  it("appears with its API on the page and in the log", async () => {
    const html = await page.read("/accounts");
    expect(html).toContain(`Acme ${api}`);
    const tools = await page.read(`/tools?api=${api}&q=${own[api].read}`);
    expect(tools).toContain(`/tools/${own[api].read}?`);
    expect(tools).not.toContain(own[other].read);
    expect(await page.read(`/accounts/${accounts[api]}/servers/new?pick=yes`)).toContain(
      `value="${own[api].read}"`,
    );
    const { body } = await on.ask<{ result: { tool: string }[] }>(
      "GET",
      `/log?integrated_account_id=${accounts[api]}&kind=call`,
    );
    expect(body.result.map(({ tool }) => tool)).toContain(own[api].read);
  });
});

it("sends no key to the other API's origin", () => {
  for (const api of Object.keys(keys) as ApiName[]) {
    const seen = new Set(upstreams[api].arrived.map(({ key }) => key));
    expect([...seen], api).toEqual([keys[api]]);
  }
});

it("refuses an account without an API, of an unknown API, or with the other API's base URL", async () => {
  const add = async (place: object) => {
    const input = { name: "Wrong", api_key: "fhb-wrong", verify: false, ...place };
    const { status, body } = await on.ask<{ message: string }>("POST", "/integrated-account", input);
    return `${status} ${body.message}`;
  };
  expect(await add({})).toBe("400 api: must be one of firehydrant, pets");
  expect(await add({ api: "toString" })).toBe("400 api: must be one of firehydrant, pets");
  expect(await add({ api: "pets", base_url: upstreams.firehydrant.url })).toMatch(/^400 base_url: /);
  expect(await add({ api: "pets", region: "us" })).toMatch(/^400 region: /);
  expect((await on.ask("PATCH", `/integrated-account/${accounts.pets}`, { api: "firehydrant" })).status).toBe(
    400,
  );
});

it("the CLI adds an account with the variable of its API", async () => {
  vi.stubEnv("PETS_API_KEY", keys.pets);
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text) => void printed.push(String(text)));
  const error = vi.spyOn(console, "error").mockReturnValue();
  await accountCommand.run(["add", "By CLI", "--api", "pets", "--no-verify", "--json"]);
  await accountCommand.run(["add", "No API", "--no-verify"]);
  const said = error.mock.calls.join("\n");
  [log, error].forEach((spy) => spy.mockRestore());
  expect(JSON.parse(printed.join("\n"))).toMatchObject({ name: "By CLI", api: "pets" });
  expect(said).toContain("--api takes firehydrant or pets");
});

it("page and CLI each explain their own way to save an unverified key", async () => {
  vi.stubEnv("FIREHYDRANT_API_KEY", keys.firehydrant);
  upstreams.firehydrant.reply = () => ({ status: 500, value: {} });
  const place = `firehydrant ${upstreams.firehydrant.url}`;
  const onPage = await page.submit("/accounts/new", { name: "A", place, api_key: keys.firehydrant });
  const error = vi.spyOn(console, "error").mockReturnValue();
  const flags = ["--api", "firehydrant", "--base-url", upstreams.firehydrant.url];
  await accountCommand.run(["add", "A", ...flags]);
  const said = error.mock.calls.join("\n");
  error.mockRestore();
  upstreams.firehydrant.reply = () => undefined;
  expect(onPage.alert).toContain("Tick “Save the key without checking it”");
  expect(said).toContain("Pass --no-verify");
  expect(`${onPage.alert} ${said}`).not.toContain('"verify"');
});

it("a bundle of generate --bundle is also a gateway of its API", async () => {
  const env = { ...process.env, STANDPIPE_ADMIN_TOKEN: testAdminToken };
  const args = [
    join(bundle, "server.mjs"),
    "gateway",
    "--port",
    "0",
    "--data",
    join(folder, "data"),
    "--sandbox",
  ];
  await expect(startCommand(process.execPath, args, /API:/, { env })).rejects.toThrow(
    /SQLite needs the package libsql, .* npm install libsql .* DATABASE_URL/,
  );
  await symlink(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  const started = await startCommand(process.execPath, args, /API: (http:\S+)\//, { env });
  try {
    const headers = { authorization: `Bearer ${testAdminToken}` };
    const answer = await fetch(`${started.said[1]}/apis`, { headers });
    expect(((await answer.json()) as { result: { name: string }[] }).result.map(({ name }) => name)).toEqual([
      "pets",
    ]);
    expect(await (await fetch(`${started.said[1]}/sign-in`)).text()).toContain("Admin token");
    const listed = await fetch(`${started.said[1]}/integrated-account`, { headers });
    expect(((await listed.json()) as { result: object[] }).result).toMatchObject([
      { api: "pets", region: "sandbox" },
    ]);
  } finally {
    await started.stop();
  }
});

function petsDocument(url: string) {
  const answer = { 200: { description: "ok" } };
  const schema = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
  return {
    openapi: "3.0.3",
    info: { title: "Pets", version: "1" },
    servers: [{ url }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    paths: {
      "/pets": {
        get: { operationId: "list_pets", summary: "List pets", responses: answer },
        post: {
          operationId: "create_pet",
          summary: "Create a pet",
          requestBody: { required: true, content: { "application/json": { schema } } },
          responses: answer,
        },
      },
    },
  };
}
