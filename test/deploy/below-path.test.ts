import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf } from "../docs/page.js";
import { makeBundle, type Bundle, type GatewayProcess } from "../faults/kit.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { ask, call, makeAccount, makeServer, testAdminToken } from "../gateway/kit/gateway.js";
import { freePort } from "../fixtures/free-port.js";
import { chromiumPath } from "../gateway/page/browser.js";
import { visit, type Visitor } from "../gateway/page/visitor.js";

/* The built gateway below a path, behind nginx that keeps the path and nginx that removes it, as docs/proxies.md has it. */

const run = promisify(execFile);
const block = blocksOf("docs/proxies.md").find(
  (one) => one.kind === "file" && one.name === "below-a-path.conf",
) as { readonly text: string };
const hasNginx = await run("sh", ["-c", "command -v nginx"]).then(
  () => true,
  () => (console.warn("SKIPPED: nginx is not installed, so the gateway is not tried below a path."), false),
);

let folder: string;
let bundle: Bundle;
let gateway: GatewayProcess;
let stub: ApiStub;
let port: number;
/** Where clients reach it. */
let url: string;

beforeAll(async () => {
  if (!hasNginx) return;
  folder = await mkdtemp(join(tmpdir(), "standpipe-path-"));
  stub = await startApiStub();
  bundle = await makeBundle();
  port = await freePort();
  url = `http://127.0.0.1:${port}/standpipe`;
  gateway = await bundle.start("path", {
    STANDPIPE_BASE_URLS: stub.url,
    STANDPIPE_PUBLIC_URL: url,
    STANDPIPE_TRUSTED_PROXIES: "127.0.0.1",
    STANDPIPE_OAUTH_ISSUERS: "http://127.0.0.1:9/issuer",
  });
}, 240_000);
afterAll(async () => {
  await gateway?.stop();
  await bundle?.remove();
  await stub?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Starts nginx with the page's block: without TLS, on a free port, in front of this gateway. */
async function startNginx(removesPath: boolean): Promise<ChildProcess> {
  const text = block.text
    .replace("listen 443 ssl", `listen 127.0.0.1:${port}`)
    .replace(/^ *ssl_.*\n/gm, "")
    .replace("server_name example.com", "server_name 127.0.0.1")
    .replaceAll("/var/log/nginx", folder)
    .replaceAll("127.0.0.1:8808", new URL(gateway.url).host)
    .replace(/(proxy_pass [^;]+);/, removesPath ? "$1/;" : "$1;");
  const config = join(folder, "nginx.conf");
  const around = `daemon off; pid ${folder}/pid; error_log ${folder}/main.log crit; events {} http {\n${text}}\n`;
  await writeFile(config, around);
  await run("nginx", ["-t", "-c", config]);
  const child = spawn("nginx", ["-c", config], { stdio: "ignore" });
  const isUp = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error("nginx has ended.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return child;
}

describe.runIf(hasNginx).each([
  ["keeps", false],
  ["removes", true],
])("behind a proxy that %s the path", (_, removesPath) => {
  let nginx: ChildProcess;
  const on = { ask: <Body>(...asked: [string, string, unknown?]) => ask<Body>(url, ...asked) };
  let account: string;

  beforeAll(async () => {
    nginx = await startNginx(removesPath);
    account = await makeAccount(on, stub.url, removesPath ? "Removes" : "Keeps");
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => nginx.once("close", resolve));
    nginx.kill("SIGTERM");
    await ended;
  });

  it("server URLs serve clients of both transports, with a slash at their end too", async () => {
    const server = await makeServer(on, account);
    expect(server.url).toBe(`${url}/mcp/${server.token}`);
    for (const place of [server.url, `${server.url}/`]) {
      const client = new Client({ name: "test", version: "1" });
      await client.connect(new StreamableHTTPClientTransport(new URL(place)));
      expect((await client.callTool({ name: "list_teams", arguments: {} })).isError).toBeFalsy();
      await client.close();
    }
    const old = new FirstClient({ name: "test", version: "1" });
    await old.connect(new SSEClientTransport(new URL(`${url}/sse/${server.token}`)));
    expect((await old.listTools()).tools.length).toBeGreaterThan(20);
    await old.close();
    const gone = new AbortController();
    const stream = await fetch(`${url}/sse/${server.token}/`, { signal: gone.signal });
    expect(stream.status).toBe(200);
    const { value } = await stream.body!.getReader().read();
    expect(new TextDecoder().decode(value)).toMatch(/^event: endpoint\ndata: \/standpipe\/sse\/messages\?/);
    gone.abort();
  });

  it("metadata is where the challenge says, and where clients look by themselves", async () => {
    const server = await makeServer(on, account, { oauth: { scopes: { read: {} } } });
    const { status, headers } = await fetch(server.url, { method: "POST" });
    const said = /resource_metadata="([^"]+)"/.exec(headers.get("www-authenticate")!)![1]!;
    expect(status).toBe(401);
    const resource = `${url}/mcp/${server.id}`;
    const { origin, pathname } = new URL(resource);
    for (const place of [said, `${origin}/.well-known/oauth-protected-resource${pathname}`])
      expect(await (await fetch(place)).json(), place).toMatchObject({ resource });
  });

  it.runIf(chromiumPath)(
    "the page works in a browser: sign in, every link, a form, an approval",
    async () => {
      const server = await makeServer(on, account, { confirm: "write" });
      const asked = await call(server.url, "create_incident", { name: "Down" });
      const [link] = /http[^\s"\\]+\/approvals\/\w+/.exec(JSON.stringify(asked)) ?? [];
      expect(link).toMatch(new RegExp(`^${url}/approvals/`));
      const visitor: Visitor = await visit();
      const { page, complaints } = visitor;
      try {
        await page.goto(`${url}/sign-in`);
        await page.getByLabel("Your name").fill("Ada");
        await page.getByLabel("Admin token").fill(testAdminToken);
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.waitForURL(`${url}/`);
        const session = (await page.context().cookies()).find(({ name }) => name === "standpipe_session");
        expect(session).toMatchObject({ path: "/standpipe" });

        const seen = new Set<string>();
        const waiting = [`${url}/`];
        while (waiting.length > 0 && seen.size < 40) {
          const place = waiting.pop()!;
          seen.add(place);
          const response = await page.goto(place);
          expect(response!.status(), place).toBe(200);
          const anchors = await page.locator("a[href]").all();
          const links = await Promise.all(
            anchors.map(async (one) => String(new URL((await one.getAttribute("href"))!, page.url()))),
          );
          for (const one of links.map((href) => href.split("#")[0]!)) {
            expect(one, place).toMatch(new RegExp(`^${url}/`));
            // One tool is like another.
            if (!seen.has(one) && !waiting.includes(one) && !/\/tools\/(?!create_incident)|cursor=/.test(one))
              waiting.push(one);
          }
        }
        expect(seen.size).toBeGreaterThan(8);

        await page.goto(`${url}/tokens/new`);
        await page.getByLabel("Name").fill("For a client");
        await page.getByRole("button", { name: /^Make|^Create/ }).click();
        await page.waitForURL(new RegExp(`^${url}/tokens`));

        await page.goto(link!);
        await page.getByRole("button", { name: /^Approve/ }).click();
        await page.waitForURL(new RegExp(`^${url}/approvals`));
        await page.getByRole("button", { name: "Sign out" }).click();
        await page.waitForURL(`${url}/sign-in`);
        expect(complaints).toEqual([]);
      } finally {
        await visitor.close();
      }
    },
    120_000,
  );
});
