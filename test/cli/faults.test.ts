import { describe, expect, it } from "vitest";
import { bundle, port, run } from "./kit/faults.js";

interface Row {
  /** `$PORT` is a port that is in use. */
  readonly line: string;
  readonly env?: Record<string, string>;
  readonly says: readonly (string | RegExp)[];
  readonly never?: string;
}

const stack = /^\s+at |node:internal|file:\/\/|Error:/m;

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

it("an unknown command is reported", async () => {
  const { code, stderr } = await run("srve", { cwd: bundle.folder });
  expect(code).toBe(1);
  expect(stderr).toBe('standpipe: There is no command "srve". Did you mean serve?\nSee standpipe --help.\n');
});
