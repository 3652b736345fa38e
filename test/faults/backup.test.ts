import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer } from "../gateway/kit/requests.js";
import { makeBundle, type Bundle } from "./kit.js";

interface Sqlite {
  prepare(sql: string): { all(): unknown[] };
  close(): void;
}
const Database = createRequire(import.meta.url)("libsql") as new (path: string) => Sqlite;

const run = promisify(execFile);
let bundle: Bundle;
let stub: ApiStub;
let env: Record<string, string>;
beforeAll(async () => {
  [bundle, stub] = await Promise.all([makeBundle(), startApiStub()]);
  env = { STANDPIPE_BASE_URLS: stub.url };
}, 180_000);
afterAll(() => Promise.all([stub.close(), bundle.remove()]));

it(
  "a backup of a running gateway restores the server URLs in a new data folder",
  { timeout: 120_000 },
  async () => {
    const gateway = await bundle.start("old", env);
    const { token } = await makeServer(gateway, await makeAccount(gateway, stub.url));
    const copy = join(bundle.folder, "copy.db");
    const { stdout } = await run(process.execPath, [
      bundle.program,
      ...["backup", "--data", join(bundle.folder, "old"), "--to", copy],
    ]);
    expect(stdout).toContain("secret.key");
    expect((await stat(copy)).mode & 0o077).toBe(0);
    await gateway.stop();

    await mkdir(join(bundle.folder, "new"), { mode: 0o700 });
    await copyFile(copy, join(bundle.folder, "new/standpipe.db"));
    const restored = await bundle.start("new", env);
    const { isOk } = await call(`${restored.url}/mcp/${token}`, "list_incidents");
    expect(isOk).toBe(true);
    await restored.stop();
  },
);

it("standpipe.db alone is complete after a clean shutdown, also while another process reads it", async () => {
  const gateway = await bundle.start("clean", env);
  // SQLite completes the file by itself only if the gateway's connection is the last one.
  const reader = new Database(join(bundle.folder, "clean/standpipe.db"));
  const { token } = await makeServer(gateway, await makeAccount(gateway, stub.url, "Other"));
  expect(reader.prepare("select name from accounts").all()).toMatchObject([{ name: "Other" }]);
  expect(await gateway.stop()).toBe(0);
  await mkdir(join(bundle.folder, "moved"), { mode: 0o700 });
  await copyFile(join(bundle.folder, "clean/standpipe.db"), join(bundle.folder, "moved/standpipe.db"));
  const moved = await bundle.start("moved", env);
  expect((await call(`${moved.url}/mcp/${token}`, "list_incidents")).isOk).toBe(true);
  await moved.stop();
  reader.close();
});

it(
  "a data folder and files that others can read are said at the start, with the fix",
  { timeout: 120_000 },
  async () => {
    const closed = await bundle.start("open", env);
    expect(closed.logged()).not.toContain("Other users");
    await closed.stop();
    const folder = join(bundle.folder, "open");
    await chmod(folder, 0o755);
    await chmod(join(folder, "standpipe.db"), 0o644);
    const opened = await bundle.start("open", env);
    expect(opened.logged()).toContain(`access to ${folder} (mode 755). Run: chmod 700 ${folder}`);
    expect(opened.logged()).toMatch(/had access to \S*standpipe\.db \(mode 644\)\. The mode is now 600/);
    expect((await stat(join(folder, "standpipe.db"))).mode & 0o777).toBe(0o600);
    await opened.stop();
  },
);
