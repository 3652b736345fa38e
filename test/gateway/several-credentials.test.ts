import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { command as accountCommand } from "../../cli/admin/account.js";
import { apis } from "../../cli/apis.js";
import { runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";
import { loadApi } from "../../cli/load-api.js";
import { mountPage } from "../../gateway/page/page.js";
import { json, listen, type Listening } from "../runtime/kit/stub.js";
import { call, makeServer, startTestGateway, testAdminToken, type TestGateway } from "./kit/gateway.js";
import { signIn } from "./kit/page-session.js";

/* An account of an API that takes two keys at once, and user and password for one operation. */

let folder: string;
let upstream: Listening;
let on: TestGateway;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-several-"));
  upstream = await listen((request, response) => json(response, { seen: request.headers }));
  const key = (name: string) => ({ type: "apiKey", in: "header", name });
  const get = (operationId: string, more: object = {}) => ({
    get: { operationId, responses: { 200: { description: "ok" } }, ...more },
  });
  const document = {
    openapi: "3.1.0",
    info: { title: "Metrics", version: "1" },
    servers: [{ url: upstream.url }],
    security: [{ one: [], two: [] }],
    components: {
      securitySchemes: { one: key("X-One"), two: key("X-Two"), login: { type: "http", scheme: "basic" } },
    },
    paths: { "/a": get("readA"), "/b": get("readB", { security: [{ login: [] }] }) },
  };
  const spec = join(folder, "openapi.json");
  await writeFile(spec, JSON.stringify(document));
  const quiet = vi.spyOn(console, "log").mockReturnValue();
  const out = join(folder, "metrics");
  expect(await runGenerateFromDocument({ spec, name: "metrics", out, bundle: true })).toBe(0);
  quiet.mockRestore();
  on = await startTestGateway({ apis: [await loadApi(out, apis)], mounts: [mountPage] });
}, 120_000);
beforeEach(() => void (upstream.requests.length = 0));
afterAll(async () => {
  vi.unstubAllEnvs();
  await on?.stop();
  await upstream.close();
  await rm(folder, { recursive: true, force: true });
});

const all =
  "METRICS_ONE=one-1111\nMETRICS_TWO='two-2222'\nMETRICS_USERNAME=ann\nMETRICS_PASSWORD=pass-3333\n";

async function add(api_key: string): Promise<{ status: number; body: { id: string; message?: string } }> {
  return on.ask("POST", "/integrated-account", { name: "Acme", api_key, verify: false });
}

it("holds them as NAME=value, sealed, and sends what each operation takes", async () => {
  const { status, body } = await add(all);
  expect(status).toBe(201);
  const { url } = await makeServer(on, body.id, { surface: "full" });
  const answers = [await call(url, "read_a"), await call(url, "read_b")];
  const encoded = Buffer.from("ann:pass-3333").toString("base64");
  const sent = upstream.requests.map(({ headers }) => [
    headers["x-one"],
    headers["x-two"],
    headers.authorization,
  ]);
  expect(sent).toEqual([
    ["one-1111", "two-2222", undefined],
    [undefined, undefined, `Basic ${encoded}`],
  ]);
  const shown = JSON.stringify([answers, body, (await on.ask("GET", "/log")).body]);
  for (const secret of ["one-1111", "two-2222", "pass-3333", encoded]) expect(shown).not.toContain(secret);
});

it("an account that lacks one of them is refused with what is needed", async () => {
  const { status, body } = await add("METRICS_ONE=one-1111");
  expect([status, body.message]).toEqual([400, expect.stringContaining("needs METRICS_ONE and METRICS_TWO")]);
  expect(JSON.stringify(body)).not.toContain("one-1111");
});

it("the API and the page name them, and the CLI takes them from the environment", async () => {
  const { body } = await on.ask<{ result: { credentials: string[] }[] }>("GET", "/apis");
  expect(body.result[0]!.credentials).toEqual(
    expect.arrayContaining(["METRICS_ONE", "METRICS_TWO", "METRICS_PASSWORD"]),
  );
  expect(await (await signIn(on.url)).read("/accounts/new")).toMatch(
    /<textarea[^>]*name="api_key"[^]*METRICS_TWO/,
  );
  vi.stubEnv("STANDPIPE_URL", on.url);
  vi.stubEnv("STANDPIPE_ADMIN_TOKEN", testAdminToken);
  vi.stubEnv("METRICS_ONE", "one-1111");
  vi.stubEnv("METRICS_TWO", "two-2222");
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text) => void printed.push(String(text)));
  await accountCommand.run(["add", "By CLI", "--no-verify", "--json"]);
  log.mockRestore();
  const { id } = JSON.parse(printed.join("\n")) as { id: string };
  const { url } = await makeServer(on, id, { surface: "full" });
  await call(url, "read_a");
  expect(upstream.requests[0]!.headers).toMatchObject({ "x-one": "one-1111", "x-two": "two-2222" });
});
