import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer } from "../gateway/kit/requests.js";
import { signIn, type PageSession } from "../gateway/kit/page-session.js";
import { storeKinds } from "../gateway/kit/stores.js";
import { makeBundle, type Bundle, type GatewayProcess } from "./kit.js";
import { loggedOutcomes, sentNames, until } from "./log.js";
import { canMount, smallDisks, type SmallDisk } from "./small-disk.js";

/* The disk of a gateway's store becomes full, and then has space again. */

let bundle: Bundle;
beforeAll(async () => void (bundle = await makeBundle()), 180_000);
afterAll(() => bundle.remove());

describe.skipIf(!canMount).each(storeKinds)("a gateway on %s whose disk is full", (kind) => {
  let stub: ApiStub;
  let disk: SmallDisk;
  let gateway: GatewayProcess;
  let token: string;
  let page: PageSession;
  beforeAll(async () => {
    [stub, disk] = await Promise.all([startApiStub(), smallDisks[kind](join(bundle.folder, kind))]);
    gateway = await bundle.start(kind, { STANDPIPE_BASE_URLS: stub.url, ...disk.env });
    ({ token } = await makeServer(gateway, await makeAccount(gateway, stub.url)));
    page = await signIn(gateway.url);
  });
  afterAll(async () => {
    await gateway?.stop();
    await Promise.all([disk?.remove(), stub?.close()]);
  });
  const write = (name: string) => call(`${gateway.url}/mcp/${token}`, "create_incident", { name });
  const read = () => call(`${gateway.url}/mcp/${token}`, "list_incidents");
  const readiness = () =>
    fetch(`${gateway.url}/readyz`).then(async (answer) => [answer.status, await answer.text()]);

  it("refuses writes with the reason, answers reads, and is not ready", { timeout: 120_000 }, async () => {
    expect((await write("before")).isOk).toBe(true);
    await disk.fill();
    let made = 0;
    await until(async () => !(await write(`filling ${made++}`)).isOk);
    const { value } = await write("full");
    expect(JSON.stringify(value)).toMatch(/audit log/);
    expect(JSON.stringify(value)).toMatch(/not sent/);
    expect(sentNames(stub)).not.toContain("full");
    expect((await read()).isOk).toBe(true);
    const [status, text] = await readiness();
    expect(status).toBe(503);
    expect(text).toMatch(/audit log/);
    expect(await page.read("/")).toMatch(/role="alert".*audit log cannot be written.*writes were refused/s);
  });

  it(
    "recovers by itself when there is space again, and has a log entry for each sent write",
    { timeout: 120_000 },
    async () => {
      await disk.free();
      await until(async () => (await write("after")).isOk);
      await until(async () => (await readiness())[0] === 200);
      expect(await page.read("/")).not.toContain("cannot be written");
      const outcomes = await loggedOutcomes(gateway);
      expect(sentNames(stub).filter((name) => !outcomes.has(name))).toEqual([]);
    },
  );
});
