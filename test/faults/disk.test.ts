import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer } from "../gateway/kit/requests.js";
import { signIn, type PageSession } from "../gateway/kit/page-session.js";
import { makeBundle, type Bundle, type GatewayProcess } from "./kit.js";
import { loggedOutcomes, sentNames, until } from "./log.js";

/* The disk of a gateway with SQLite becomes full, and then has space again. */

const run = promisify(execFile);
let bundle: Bundle;
let stub: ApiStub;
let disk: string;
beforeAll(async () => {
  [bundle, stub] = await Promise.all([makeBundle(), startApiStub()]);
  disk = join(bundle.folder, "disk");
  await mkdir(disk);
}, 180_000);
afterAll(() => Promise.all([stub.close(), bundle.remove()]));

const canMount = await run("sh", ["-c", "d=$(mktemp -d) && mount -t tmpfs none $d && umount $d"]).then(
  () => true,
  () => false,
);
if (!canMount)
  console.warn("SKIPPED: the full disk is not tested, because this user may not mount a file system.");

describe.skipIf(!canMount)("a gateway whose disk is full", () => {
  let gateway: GatewayProcess;
  let token: string;
  let page: PageSession;
  beforeAll(async () => {
    await run("mount", ["-t", "tmpfs", "-o", "size=4m", "none", disk]);
    gateway = await bundle.start("disk", { STANDPIPE_BASE_URLS: stub.url });
    ({ token } = await makeServer(gateway, await makeAccount(gateway, stub.url)));
    page = await signIn(gateway.url);
  });
  afterAll(async () => {
    await gateway?.stop();
    await run("umount", [disk]);
  });
  const write = (name: string) => call(`${gateway.url}/mcp/${token}`, "create_incident", { name });
  const read = () => call(`${gateway.url}/mcp/${token}`, "list_incidents");
  const readiness = () =>
    fetch(`${gateway.url}/readyz`).then(async (answer) => [answer.status, await answer.text()]);

  it("refuses writes with the reason, answers reads, and is not ready", { timeout: 120_000 }, async () => {
    expect((await write("before")).result?.isError).toBeFalsy();
    await writeFile(join(disk, "filler"), Buffer.alloc(8 << 20)).catch(() => {});
    let made = 0;
    await until(async () => (await write(`filling ${made++}`)).result?.isError === true);
    const { value } = await write("full");
    expect(JSON.stringify(value)).toMatch(/audit log/);
    expect(JSON.stringify(value)).toMatch(/not sent/);
    expect(sentNames(stub)).not.toContain("full");
    expect((await read()).result?.isError).toBeFalsy();
    const [status, text] = await readiness();
    expect(status).toBe(503);
    expect(text).toMatch(/audit log/);
    expect(await page.read("/")).toMatch(/role="alert".*audit log cannot be written.*writes were refused/s);
  });

  it(
    "recovers by itself when there is space again, and has a log entry for each sent write",
    { timeout: 120_000 },
    async () => {
      await rm(join(disk, "filler"));
      await until(async () => (await write("after")).result?.isError !== true);
      await until(async () => (await readiness())[0] === 200);
      expect(await page.read("/")).not.toContain("cannot be written");
      const outcomes = await loggedOutcomes(gateway);
      expect(sentNames(stub).filter((name) => !outcomes.has(name))).toEqual([]);
    },
  );
});
