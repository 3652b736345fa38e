import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildBundle, runProgram, type Bundle, type RunOptions } from "./kit/bundle.js";
import { openScene, type Scene } from "./kit/scene.js";

/* Faults of the built command that depend on several flags, the environment or the machine. */
const ROOT = join(import.meta.dirname, "../..");
let bundle: Bundle;
let scene: Scene;
let taken: Server;
let port: number;

beforeAll(async () => {
  bundle = await buildBundle();
  scene = await openScene(bundle);
  taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  ({ port } = taken.address() as AddressInfo);
}, 240_000);
afterAll(async () => {
  taken?.close();
  await scene?.close();
  await bundle?.remove();
});

interface Row {
  /** `$PORT` is a port that is in use. */
  readonly line: string;
  readonly env?: Record<string, string>;
  readonly says: readonly (string | RegExp)[];
  readonly never?: string;
}

const stack = /^\s+at |node:internal|file:\/\/|Error:/m;
const run = (line: string, options?: Partial<RunOptions>) =>
  scene.run(line.replaceAll("$PORT", String(port)), options);

const numeric = (name: string): Row => ({
  line: "gateway --port 0",
  env: { [name]: "x" },
  says: [`${name}: must be a whole number from `],
});

const faults: Readonly<Record<string, Row>> = {
  "a port in use, with a running sandbox": {
    line: "serve --http --sandbox --port $PORT",
    says: ["Port $PORT is in use.", "--port"],
  },
  "no token beyond loopback, with a running sandbox": {
    line: "serve --http --sandbox --host 0.0.0.0 --port 0",
    says: ["STANDPIPE_TOKEN"],
  },
  "a gateway's port in use": { line: "gateway --port $PORT", says: ["Port $PORT is in use.", "--port"] },
  "a sandbox's port in use": { line: "sandbox --port $PORT", says: ["Port $PORT is in use.", "--port"] },
  "an unknown host of serve": {
    line: "serve --http --host nosuch.host.invalid",
    env: { STANDPIPE_TOKEN: "secret" },
    says: ["--host nosuch.host.invalid is not an address of this machine. Pass one of its addresses"],
  },
  "an unknown host of a gateway": { line: "gateway --host nosuch.host.invalid", says: ["--host"] },
  "audit days": numeric("STANDPIPE_AUDIT_DAYS"),
  "most requests": numeric("STANDPIPE_MAX_REQUESTS"),
  "the metrics port": numeric("STANDPIPE_METRICS_PORT"),
  "a clock tolerance": numeric("STANDPIPE_OAUTH_CLOCK_TOLERANCE"),
  "a log level": {
    line: "gateway --port 0",
    env: { STANDPIPE_LOG_LEVEL: "loud" },
    says: ["STANDPIPE_LOG_LEVEL: must be one of trace"],
  },
  "a metrics port in use": {
    line: "gateway --port 0 --data $DIR/metrics",
    env: { STANDPIPE_METRICS_PORT: "$PORT" },
    says: ["Port $PORT is in use", "STANDPIPE_METRICS_PORT"],
  },
  "a folder below a file": {
    line: "gateway --port 0 --data $DIR/a-file/data",
    says: ["--data", "Pass a folder"],
  },
  "a database that doesn't answer": {
    line: "gateway --port 0 --data $DIR/dead-database",
    env: { DATABASE_URL: "postgres://user:hunter2@127.0.0.1:9/standpipe" },
    says: ["DATABASE_URL", "ECONNREFUSED", "Start it, or correct DATABASE_URL."],
    never: "hunter2",
  },
  "a missing key": {
    line: "serve",
    env: { FIREHYDRANT_API_KEY: "" },
    says: ["FIREHYDRANT_API_KEY is not set.", "--sandbox"],
  },
  "a base URL in the environment": {
    line: "serve",
    env: { FIREHYDRANT_BASE_URL: "nonsense" },
    says: ["FIREHYDRANT_BASE_URL takes an http or https URL"],
  },
  "a port over stdio": { line: "serve --port 9", says: ["--port", "Pass --http too"] },
  "a base URL with a sandbox": {
    line: "serve --base-url nonsense --sandbox",
    says: ["--base-url and --sandbox exclude each other."],
  },
  "no server URL for a client": { line: "client-config mcp", says: ["--url", "STANDPIPE_SERVER_URL"] },
  "no server URL to connect to": { line: "connect", says: ["STANDPIPE_SERVER_URL"] },
  "an unknown client": { line: "client-config cursr --url http://a.example", says: ["Did you mean cursor?"] },
  "a wrong admin token": {
    line: "account list",
    env: { STANDPIPE_ADMIN_TOKEN: "wrong-admin-token-0123456789" },
    says: ["refuses the admin token", "Set STANDPIPE_ADMIN_TOKEN"],
  },
  "no admin token": {
    line: "account list",
    env: { STANDPIPE_ADMIN_TOKEN: "" },
    says: ["STANDPIPE_ADMIN_TOKEN is not set."],
  },
  "no gateway": { line: "account list --url $DEAD", says: ["No gateway answers", "--url or STANDPIPE_URL"] },
  "a key that can't be checked": {
    line: "account add Unsure --base-url $DEAD",
    says: ["could not reach", "--no-verify"],
    never: '"verify"',
  },
  "an unknown action": { line: "server crate x", says: ['has no action "crate". Did you mean create?'] },
  "a missing argument": { line: "server create", says: ["The argument <name> is missing."] },
  "an argument too many": { line: "server list x", says: ['There is no place for "x".'] },
  "a flag of stats that doesn't exist": { line: "stats --all", says: ['There is no flag "--all".'] },
  "stats where nothing is generated": {
    line: "stats",
    says: ["There is no generated/firehydrant/catalog.json"],
  },
  "nothing to change": { line: "server update Kept", says: ["Nothing to change is given."] },
  "a git revision that an update can't find": {
    line: "update $DIR/pets.json --api pets --since v0",
    says: ["--since v0"],
  },
};

describe("prints what happened and the fix for", () => {
  it.each(Object.entries(faults))("%s", async (_, { line, env = {}, says, never }) => {
    const own = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, value.replace("$PORT", String(port))]),
    );
    const { code, stdout, stderr } = await run(line, { env: own });
    expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: "" });
    for (const said of says)
      expect(stderr).toMatch(
        typeof said === "string" ? literal(said.replaceAll("$PORT", String(port))) : said,
      );
    expect(stderr).toMatch(/^standpipe: /m);
    expect(stderr).not.toMatch(stack);
    if (never !== undefined) expect(stderr).not.toContain(never);
  });
});

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}

describe("commands that used to fail", () => {
  it("serve --stdio serves", async () => {
    expect(await run("serve --stdio")).toMatchObject({ code: 0, stderr: "" });
  });

  it("log and log show print the log", async () => {
    for (const line of ["log", "log show", "log --limit 1"])
      expect(await run(line)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^AT +WHO/) });
  });

  it("a second revocation says that the server is revoked already", async () => {
    await run("server create Twice --account Acme");
    expect(await run("server revoke Twice")).toMatchObject({ code: 0, stdout: "Server Twice is revoked.\n" });
    expect(await run("server revoke Twice")).toMatchObject({
      code: 0,
      stdout: "Server Twice is already revoked.\n",
    });
  });

  it("verify of a server URL does not print the token", async () => {
    const { stdout } = await run("server create Verified --account Acme --json");
    const { url, token } = JSON.parse(stdout) as { url: string; token: string };
    const lock = `--lock ${join(ROOT, "specs/firehydrant/surface.lock")}`;
    const verified = await run(`verify ${url} ${lock}`);
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining("/mcp/[token] compared") });
    const gone = await run(`verify ${url.slice(0, -1)}x ${lock}`);
    expect(gone).toMatchObject({ code: 2, stderr: expect.stringContaining("/mcp/[token] can't be reached") });
    for (const { stdout, stderr } of [verified, gone])
      expect(stdout + stderr).not.toContain(token.slice(0, 20));
  });

  it("make serve takes a port", async () => {
    const { stdout } = await promisify(execFile)("make", ["-n", "serve", "PORT=9123"], { cwd: ROOT });
    expect(stdout).toMatch(/gateway --sandbox --port 9123$/m);
  });
});

it("an unknown command is reported", async () => {
  const { code, stderr } = await run("srve", { cwd: bundle.folder });
  expect(code).toBe(1);
  expect(stderr).toBe('standpipe: There is no command "srve". Did you mean serve?\nSee standpipe --help.\n');
});

describe("a Node version that is too old", () => {
  it("is reported before anything is loaded", async () => {
    const old = `data:text/javascript,const versions={...process.versions,node:'18.20.8'};Object.defineProperty(process,'versions',{value:versions})`;
    const { code, stderr } = await runProgram(
      process.execPath,
      ["--import", old, bundle.program, "serve", "--no-such-flag"],
      { cwd: bundle.folder, env: {} },
    );
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "standpipe: Standpipe needs Node 20.19 or later; this is Node 18.20.8. Install a newer Node.\n",
    });
  });
});

/* The `script` program of util-linux gives a program a terminal. */
describe.skipIf(!existsSync("/usr/bin/script"))("on a terminal", () => {
  const onTerminal = (line: string, until: RegExp) =>
    runProgram("/usr/bin/script", ["-qec", `exec node ${bundle.program} ${line}`, "/dev/null"], {
      cwd: join(scene.values["DIR"]!, "serve"),
      env: { ...scene.env },
      until,
    });

  it("stdio prints what it waits for", async () => {
    const { stdout } = await onTerminal("serve", /Ctrl\+C ends it/);
    expect(stdout).toContain("standpipe: Waiting for an MCP client on stdin.");
    expect(stdout).toContain("--http");
  });

  it("a gateway prints only its lines; without a terminal it also logs JSON", async () => {
    const line = `gateway --sandbox --port 0 --data ${scene.values["DIR"]}/terminal`;
    const { stdout } = await onTerminal(line, /Next: .*\n/);
    expect(
      stdout
        .trim()
        .split("\n")
        // A busy machine holds the event loop up, and the gateway reports that.
        .filter((one) => !one.startsWith("standpipe: warn: The event loop was held up"))
        .map((one) => one.split(":")[0]),
    ).toEqual([
      "The page and the management API",
      "What happens in the sandbox",
      "A server URL on the sandbox",
      "Next",
    ]);
    const logged = await run(`gateway --sandbox --port 0 --data $DIR/logged`, { until: /Next: / });
    expect(logged.stdout.trim().split("\n")).toHaveLength(4);
    for (const entry of logged.stderr.trim().split("\n")) expect(JSON.parse(entry)).toHaveProperty("level");
  });
});
