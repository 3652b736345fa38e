import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { runProgram } from "./kit/bundle.js";
import { bundle, scene, run } from "./kit/faults.js";

/* Faults of the built command that depend on several flags, the environment or the machine. */
const ROOT = join(import.meta.dirname, "../..");

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
    const { stdout } = await onTerminal(line, /Next: .*\r?\n/);
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
