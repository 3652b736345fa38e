import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { stdioClient } from "../fixtures/clients.js";
import { plainBundle } from "../fixtures/shared-build.js";

const logLoaded = pathToFileURL(join(import.meta.dirname, "kit/log-loaded.mjs")).href;

/** The built command, the environment in which it logs what it loads, and what it has loaded so far. */
async function loggedCommand() {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-start-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const loaded = join(folder, "loaded.txt");
  const lines = async () => (await readFile(loaded, "utf8")).trim().split("\n");
  return {
    program: join(await plainBundle(), "dist/standpipe.mjs"),
    env: { NODE_OPTIONS: `--import ${logLoaded}`, LOADED: loaded },
    files: async () => (await lines()).filter(isPart),
    builtins: async () => (await lines()).filter((line) => line.startsWith("node:")),
  };
}

const isPart = (path: string) => /\/dist\/.*\.js$/.test(path);

/** The built server over stdio, and the modules that it has loaded so far. */
async function startServer() {
  const { program, env, files, builtins } = await loggedCommand();
  const args = ["serve", "--surface", "full", "--base-url", "http://127.0.0.1:9"];
  const { client, call, close } = await stdioClient("client 2.x", process.execPath, [program, ...args], {
    env: { ...env, FIREHYDRANT_API_KEY: "fhb-1" },
  });
  onTestFinished(close);
  return { client, call, files, builtins };
}

/** Node's own modules that take milliseconds and memory to load. A plain call needs none of them. */
const SLOW = ["node:crypto", "node:zlib"];

it("a server over stdio lists its tools before it loads what only calls need", async () => {
  const { client, call, files, builtins } = await startServer();
  expect((await client.listTools()).tools.length).toBeGreaterThan(400);
  expect((await files()).length).toBeLessThanOrEqual(8);
  expect(await builtins()).not.toContain("node:timers/promises");
  await call("get_incident", { incident_id: "1" });
  expect((await files()).length).toBeLessThanOrEqual(17);
  expect(await builtins()).toContain("node:timers/promises");
  expect((await builtins()).filter((name) => SLOW.includes(name))).toEqual([]);
});

const FUNCTION_OF_JMESPATH = "find_first";

it("a server over stdio loads JMESPath for the first call with fields", async () => {
  const { call, files } = await startServer();
  const hasJmesPath = async () => {
    const texts = await Promise.all((await files()).map((path) => readFile(path, "utf8")));
    return texts.some((text) => text.includes(FUNCTION_OF_JMESPATH));
  };
  await call("get_incident", { incident_id: "1" });
  expect(await hasJmesPath()).toBe(false);
  await call("get_incident", { incident_id: "1", fields: "id" });
  expect(await hasJmesPath()).toBe(true);
});

/** A message that only the HTTP client contains. */
const TEXT_OF_HTTP_CLIENT = "Request body length does not match content-length header";

it("a comparison of two documents loads no HTTP client", async () => {
  const { program, env, files } = await loggedCommand();
  const contract = join(import.meta.dirname, "../../specs/firehydrant/openapi.json");
  const args = [program, "diff", "--base", contract, "--head", contract];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } });
  expect(stdout).toContain("No change");
  const texts = await Promise.all((await files()).map((path) => readFile(path, "utf8")));
  expect(texts.some((text) => text.includes(TEXT_OF_HTTP_CLIENT))).toBe(false);
});

it.each([
  ["20.19.0", ["--interrupt-budget=1000000"]],
  ["24.0.0", []],
])("a comparison on Node %s sets the flags %j of V8", async (node, flags) => {
  const { program } = await loggedCommand();
  const preload = `import v8 from "node:v8";
    import { syncBuiltinESMExports } from "node:module";
    Object.defineProperty(process.versions, "node", { value: "${node}" });
    v8.setFlagsFromString = (flags) => console.error("flags", flags);
    syncBuiltinESMExports();`;
  const contract = join(import.meta.dirname, "../../specs/firehydrant/openapi.json");
  const { stderr } = await promisify(execFile)(process.execPath, [
    `--import=data:text/javascript,${encodeURIComponent(preload)}`,
    ...[program, "diff", "--base", contract, "--head", contract],
  ]);
  expect(stderr.trim().split("\n").filter(Boolean)).toEqual(flags.map((flag) => `flags ${flag}`));
});
