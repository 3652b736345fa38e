import { chmod, mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { checks, examine } from "../../cli/doctor/checks.js";
import { command } from "../../cli/doctor/doctor.js";
import type { Finding } from "../../cli/doctor/finding.js";
import { checkCheckout } from "../../cli/doctor/generated.js";
import { startTestGateway } from "../gateway/kit/gateway.js";
import { freePort } from "../fixtures/free-port.js";
import { accountRows } from "./doctor/account-findings.js";
import { findingsInCode } from "./doctor/findings-in-code.js";
import { rows } from "./doctor/findings.js";
import { examined, finding, folder, issuer, usedFolder } from "./doctor/machine.js";
import { foundByOther } from "./doctor/other-user.js";

it("a healthy gateway has no finding", async () => {
  await usedFolder();
  const found = await examine(await examined({ variables: { STANDPIPE_OAUTH_ISSUERS: issuer.url } }));
  expect(found.filter(({ state }) => state !== "ok")).toEqual([]);
  expect(new Set(found.map(({ check }) => check))).toEqual(new Set(Object.keys(checks)));
});

describe("each finding is reported with its fix:", () => {
  /** What the tests here provoked, by their names. */
  const provoked = new Map<string, Finding>();

  it.each(Object.entries({ ...rows, ...accountRows }))(
    "%s",
    async (name, [check, given, state, message, fix]) => {
      const found = await finding(check, await given());
      expect(found).toEqual({
        state,
        message: expect.stringMatching(message),
        fix: expect.stringMatching(fix),
      });
      provoked.set(name, found);
    },
  );

  it("a port that only root may use", async () => {
    const found = await foundByOther("port", await examined({ port: 80 }));
    expect(found).toEqual({
      state: "fail",
      message: "Standpipe may not listen on port 80.",
      fix: "Use a --port from 1024 on.",
    });
    provoked.set("a port that only root may use", found);
  });

  it("a data folder that belongs to another user", async () => {
    await chmod(join(folder, ".."), 0o755);
    await chmod(folder, 0o555);
    const found = await foundByOther("data", await examined());
    expect(found).toEqual({
      state: "fail",
      message: `Standpipe may not write in ${folder}.`,
      fix: `Give it to the gateway's user: chown -R <user> ${folder}`,
    });
    provoked.set("a data folder that belongs to another user", found);
  });

  it("a bundle whose files were changed", async () => {
    await writeFile(join(folder, "standpipe.mjs"), "steal();");
    const manifest = { surfaces: {}, files: { "standpipe.mjs": "0".repeat(64) } };
    await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
    const module = pathToFileURL(join(folder, "standpipe.mjs")).href;
    const found = await finding("files", { module });
    expect(found).toEqual({
      state: "fail",
      message: "This bundle is not as it was built: standpipe.mjs.",
      fix: "Install Standpipe again.",
    });
    provoked.set("a bundle whose files were changed", found);
  });

  it("generated files that are stale", async () => {
    await mkdir(join(folder, "cli"));
    expect((await checkCheckout(join(folder, "none"))).state).toBe("ok");
    const script = 'console.error("standpipe: 3 files in generated/ are stale: a, b, c."); process.exit(1);';
    await writeFile(join(folder, "cli/main.ts"), script);
    await writeFile(join(folder, "package.json"), "{}");
    await symlinkModules();
    const found = await checkCheckout(folder);
    expect(found).toEqual({
      state: "fail",
      message: expect.stringContaining("3 files in generated/ are stale"),
      fix: expect.stringContaining("make generate"),
    });
    provoked.set("generated files that are stale", found);
  });

  it("the tests above provoke every finding in cli/doctor/", ({ skip }) => {
    skip(provoked.size < Object.keys({ ...rows, ...accountRows }).length + 4, "not all tests above have run");
    const without = findingsInCode().filter(
      ({ state, message, fix }) =>
        ![...provoked.values()].some(
          (found) => found.state === state && message.test(found.message) && fix.test(found.fix!),
        ),
    );
    expect(without.map(({ at }) => at)).toEqual([]);
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
