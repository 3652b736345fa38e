import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateManifest } from "@anthropic-ai/mcpb";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mountPage } from "../../gateway/page/page.js";
import { stdioClient } from "../fixtures/clients.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { makeAccount, startTestGateway, type TestGateway } from "./kit/gateway.js";
import { signIn, type PageSession } from "./kit/page-session.js";

/* The page's download for Claude Desktop, unpacked and started as its manifest says, outside of this project. */

let on: TestGateway;
let stub: ApiStub;
let account: string;
let session: PageSession;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-desktop-"));
  stub = await startApiStub();
  on = await startTestGateway({ settings: { baseUrls: [stub.url] }, mounts: [mountPage] });
  account = await makeAccount(on, stub.url);
  session = await signIn(on.url);
});
afterAll(async () => {
  await on.stop();
  await stub.close();
  await rm(folder, { recursive: true, force: true });
});

interface Manifest {
  readonly name: string;
  readonly server: {
    readonly mcp_config: {
      readonly command: string;
      readonly args: readonly string[];
      readonly env: Readonly<Record<string, string>>;
    };
  };
  readonly user_config?: Readonly<Record<string, { readonly sensitive: boolean }>>;
}

/** Makes a server URL on the page. */
async function made(name: string, set: Record<string, string> = {}) {
  const form = `/accounts/${account}/servers/new`;
  const { html } = await session.submit(form, { name, ...set });
  const [, path] = /action="([^"]*\/desktop)"/.exec(html) ?? [];
  const [, token] = /name="token" value="([^"]+)"/.exec(html) ?? [];
  return { html, path, token, url: /id="server-url"[^>]*>([^<]+)/.exec(html)![1]! };
}

/** Sends the form of the download. */
function download(path: string, token: string): Promise<Response> {
  const body = new URLSearchParams({ csrf: session.csrf, token });
  return fetch(on.url + path, { method: "POST", headers: { cookie: session.cookie }, body });
}

async function unpacked(
  path: string,
  token: string,
): Promise<{ files: string[]; manifest: Manifest; text: string }> {
  const answer = await download(path, token);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="standpipe-\w+\.mcpb"$/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const zip = new Uint8Array(await answer.arrayBuffer());
  expect(zip.length).toBeLessThan(100_000);
  const files = unzipSync(zip);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const text = strFromU8(files["manifest.json"]!);
  return { files: Object.keys(files), manifest: JSON.parse(text) as Manifest, text };
}

/** Starts a bundle as a desktop client does, with what a person entered. */
function start({ server: { mcp_config: config } }: Manifest, entered: Record<string, string> = {}) {
  const filled = (text: string) =>
    text
      .replace("${__dirname}", folder)
      .replace(/\$\{user_config\.(\w+)\}/g, (_, name: string) => entered[name]!);
  const env = Object.fromEntries(Object.entries(config.env).map(([name, text]) => [name, filled(text)]));
  expect(config.command).toBe("node");
  return stdioClient("client 2.x", process.execPath, config.args.map(filled), { cwd: folder, env });
}

it("runs without standpipe, with the server URL filled in", async () => {
  const { path, token, url } = await made("Desk");
  const { files, manifest } = await unpacked(path!, token!);
  expect(files.sort()).toEqual(["bridge.mjs", "manifest.json"]);
  expect(validateManifest(join(folder, "manifest.json"))).toBe(true);
  expect(manifest.server.mcp_config.env).toEqual({ STANDPIPE_SERVER_URL: url });
  const { client, call, close } = await start(manifest);
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain("list_incidents");
  expect((await call("list_incidents")).isError).toBeUndefined();
  await close();
});

it("asks for the API token that the server needs, and does not contain one", async () => {
  const { path, token } = await made("Desk with a token", { credential: "api_token" });
  const { manifest, text } = await unpacked(path!, token!);
  expect(validateManifest(join(folder, "manifest.json"))).toBe(true);
  expect(manifest.user_config!["api_token"]!.sensitive).toBe(true);
  const { body } = await on.ask<{ token: string }>("POST", "/api-tokens", { name: "Desk" });
  expect(text).not.toContain(body.token);
  const { call, close } = await start(manifest, { api_token: body.token });
  expect((await call("list_incidents")).isError).toBeUndefined();
  await close();
});

it("belongs to one session and one server", async () => {
  const [one, other] = [await made("One"), await made("Other")];
  expect((await download(other.path!, one.token!)).status).toBe(400);
  expect((await download(one.path!, "made up")).status).toBe(400);
  session = await signIn(on.url);
  expect((await download(one.path!, one.token!)).status).toBe(400);
});
