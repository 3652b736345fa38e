import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { placeBundle } from "../fixtures/shared-build.js";
import { startCommand, type Started } from "../deploy/kit/start.js";
import { rpc } from "../gateway/kit/gateway.js";
import { startIssuer, type TestIssuer } from "../gateway/kit/issuer.js";

/* The commands of docs/server-urls.md run unchanged, one after another, with the bundle and its gateway. */
const ROOT = join(import.meta.dirname, "../..");
const page = await readFile(join(ROOT, "docs/server-urls.md"), "utf8");
const blocks = [...page.matchAll(/^ *```\n(.*?)^ *```$/gms)].map(([, text]) => text!);
const adminToken = "admin-token-of-the-tests-0123456789";

let folder: string;
let issuer: TestIssuer;
let gateway: Started;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-docs-"));
  issuer = await startIssuer("/realms/acme");
  await mkdir(join(folder, "bin"));
  await placeBundle(folder);
  const program = join(folder, "dist/standpipe.mjs");
  await writeFile(join(folder, "bin/standpipe"), `#!/bin/sh\nexec node ${program} "$@"\n`, { mode: 0o755 });
  const env = {
    ...process.env,
    STANDPIPE_ADMIN_TOKEN: adminToken,
    STANDPIPE_OAUTH_ISSUERS: issuer.url,
    STANDPIPE_OIDC_ISSUER: issuer.url,
    STANDPIPE_OIDC_CLIENT_ID: "standpipe",
  };
  const args = [program, "gateway", "--sandbox", "--port", "0", "--data", join(folder, "data")];
  gateway = await startCommand(process.execPath, args, /API: (http:\S+)\//, { env });
  url = gateway.said[1]!;
  await shell("standpipe account add Acme --region sandbox --no-verify");
});
afterAll(async () => {
  await gateway?.stop();
  await issuer?.close();
  await rm(folder, { recursive: true, force: true });
});

async function shell(block: string): Promise<string> {
  const env = {
    ...process.env,
    PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"]}`,
    STANDPIPE_URL: url,
    STANDPIPE_ADMIN_TOKEN: adminToken,
    FIREHYDRANT_API_KEY: "fhb-acme",
  };
  // Only the address differs.
  const here = block.replace("https://standpipe.example.com", url);
  return (await promisify(execFile)("bash", ["-eo", "pipefail", "-c", here], { env })).stdout;
}

it("the commands of the page work, and its server accepts access tokens as described", async () => {
  const said: string[] = [];
  for (const block of blocks) said.push(await shell(block));
  const [made = "", , onCall = ""] = said;
  expect(made).toMatch(/\/mcp\/sp_[\w-]{49}$/m);
  const resource = /^oauth_resource +(\S+)$/m.exec(onCall)![1]!;
  expect(onCall).toMatch(new RegExp(`^${resource}/sp_`, "m"));

  const told = await fetch(resource.replace("/mcp/", "/.well-known/oauth-protected-resource/mcp/"));
  expect(await told.json()).toMatchObject({
    resource,
    authorization_servers: [issuer.url],
    scopes_supported: ["incidents:read", "incidents:write"],
  });
  const token = await issuer.sign({ aud: resource, scope: "incidents:read" });
  const { result } = await rpc(resource, "tools/list", {}, { authorization: `Bearer ${token}` });
  const names = result!.tools!.map(({ name }) => name);
  expect(names).toContain("list_incidents");
  expect(names).not.toContain("create_incident");
  await rpc(resource, "tools/call", { name: "list_incidents" }, { authorization: `Bearer ${token}` });
  expect(await shell("standpipe log --actor oauth:ada")).toContain("list_incidents");
  expect(gateway.logged()).not.toContain(token);
});
