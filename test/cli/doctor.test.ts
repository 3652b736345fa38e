import { chmod, mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { checks, examine } from "../../cli/doctor/checks.js";
import { command } from "../../cli/doctor/doctor.js";
import { checkCheckout } from "../../cli/doctor/generated.js";
import { startTestGateway } from "../gateway/kit/gateway.js";
import { freePort } from "../fixtures/free-port.js";
import { accountRows } from "./doctor/account-findings.js";
import { rows } from "./doctor/findings.js";
import { examined, finding, folder, issuer, usedFolder } from "./doctor/machine.js";

it("a healthy gateway has no finding", async () => {
  await usedFolder();
  const found = await examine(await examined({ variables: { STANDPIPE_OAUTH_ISSUERS: issuer.url } }));
  expect(found.filter(({ state }) => state !== "ok")).toEqual([]);
  expect(new Set(found.map(({ check }) => check))).toEqual(new Set(Object.keys(checks)));
});

describe("each finding is reported with its fix:", () => {
  it.each(Object.entries({ ...rows, ...accountRows }))(
    "%s",
    async (_name, [check, given, state, message, fix]) => {
      const found = await finding(check, await given());
      expect(found).toEqual({
        state,
        message: expect.stringMatching(message),
        fix: expect.stringMatching(fix),
      });
    },
  );

  it("generated files that are stale", async () => {
    await mkdir(join(folder, "cli"));
    expect((await checkCheckout(join(folder, "none"))).state).toBe("ok");
    const script = 'console.error("standpipe: 3 files in generated/ are stale: a, b, c."); process.exit(1);';
    await writeFile(join(folder, "cli/main.ts"), script);
    await writeFile(join(folder, "package.json"), "{}");
    await symlinkModules();
    expect(await checkCheckout(folder)).toEqual({
      state: "fail",
      message: expect.stringContaining("3 files in generated/ are stale"),
      fix: expect.stringContaining("make generate"),
    });
  });
});

async function symlinkModules(): Promise<void> {
  const { symlink } = await import("node:fs/promises");
  await symlink(join(import.meta.dirname, "../../node_modules"), join(folder, "node_modules"));
}

it("a gateway that runs already is not a finding", async () => {
  const on = await startTestGateway();
  const { port } = new URL(on.url);
  expect(await finding("port", { port: Number(port) })).toMatchObject({ state: "ok" });
  expect(await finding("hosts", { url: on.url })).toMatchObject({
    state: "ok",
    message: expect.stringContaining("is ready"),
  });
  await on.stop();
});

it("the command prints each check with its fix, and JSON with --json, changes nothing, and fails if something is wrong", async () => {
  const out: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text) => void out.push(String(text)));
  const port = String(await freePort());
  const none = join(folder, "none");
  const flags = ["--port", port, "--data", none];
  expect(await command.run(["http://127.0.0.1:9", ...flags])).toBe(1);
  expect(out.join("\n")).toMatch(
    /^FAIL {2}hosts +Nothing answers at http:\/\/127\.0\.0\.1:9 .*\n +Fix: Start the gateway/m,
  );
  expect(out.join("\n")).toMatch(/^\d+ to fix, \d+ to look at, \d+ in order\.$/m);
  out.length = 0;
  await command.run([...flags, "--json"]);
  const found = JSON.parse(out.join("\n")) as { check: string; state: string; fix?: string }[];
  expect(found).toContainEqual({ check: "node", state: "ok", message: expect.any(String) });
  expect(found.every(({ state, fix }) => state === "ok" || fix)).toBe(true);
  const { existsSync } = await import("node:fs");
  expect(existsSync(none)).toBe(false);
});

it("the command leaves a secret key that others can read as it is", async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const key = join(folder, "secret.key");
  await writeFile(key, "k".repeat(40));
  await chmod(key, 0o644);
  await command.run(["--port", String(await freePort()), "--data", folder]);
  expect((await stat(key)).mode & 0o777).toBe(0o644);
});
