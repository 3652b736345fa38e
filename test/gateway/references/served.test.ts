import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createConsent } from "../../../gateway/consent/consent.js";
import { readKeySources } from "../../../gateway/accounts/references/settings.js";
import { mountPage } from "../../../gateway/page/page.js";
import { startApiStub, type ApiStub } from "../kit/api-stub.js";
import { call, makeServer, rpc, startTestGateway, type TestGateway } from "../kit/gateway.js";
import { signIn } from "../kit/page-session.js";
import { storeKinds, useStores } from "../kit/stores.js";

const settingsOf = useStores();

describe.each(storeKinds)("an account whose key is a reference, on %s", (kind) => {
  let top: string;
  let path: string;
  let stub: ApiStub;
  let on: TestGateway;
  let count = 0;

  beforeAll(async () => {
    top = await mkdtemp(join(tmpdir(), "standpipe-served-"));
    await mkdir(join(top, "keys"));
    stub = await startApiStub();
    on = await startTestGateway({
      settings: {
        ...(await settingsOf(kind)),
        baseUrls: [stub.url],
        keySources: readKeySources({ STANDPIPE_KEY_FOLDERS: `${stub.url}=${join(top, "keys")}` }),
      },
      consent: createConsent,
      mounts: [mountPage],
    });
  });
  afterAll(async () => {
    await on?.stop();
    await stub?.close();
    await rm(top, { recursive: true, force: true });
  });
  beforeEach(async () => {
    stub.arrived.length = 0;
    count += 1;
    path = join(top, "keys", `key-${count}`);
    await writeFile(path, "fhb-first\n");
  });

  interface Made {
    readonly id: string;
    readonly key_reference: string | null;
    readonly verified_at: string | null;
  }

  const add = (input: object = {}) =>
    on.ask<Made>("POST", "/integrated-account", {
      name: `Acme ${count}`,
      base_url: stub.url,
      key_reference: `file:${path}`,
      ...input,
    });
  const keyOfCall = async (url: string) => {
    stub.arrived.length = 0;
    await call(url, "list_teams");
    return stub.arrived[0]?.key;
  };

  it("calls with the key of the file, and with another one once the file changed", async () => {
    const { status, body } = await add();
    expect(status).toBe(201);
    expect(body).toMatchObject({ key_reference: `file:${path}`, verified_at: expect.any(String) as string });
    expect(stub.arrived.map(({ key }) => key)).toEqual(["fhb-first"]);
    const { url } = await makeServer(on, body.id);
    expect(await keyOfCall(url)).toBe("fhb-first");
    await writeFile(path, "fhb-second");
    await expect.poll(() => keyOfCall(url), { timeout: 10_000 }).toBe("fhb-second");
  });

  it("shows the reference, and the key nowhere: not in the store, answers, the log or the page", async () => {
    const { body } = await add();
    const { cookie } = await signIn(on.url);
    const row = await on.gateway.core.store.db
      .selectFrom("accounts")
      .selectAll()
      .where("id", "=", body.id)
      .executeTakeFirstOrThrow();
    expect(row.api_key).toBe("");
    const shown = [
      JSON.stringify((await on.ask("GET", `/integrated-account/${body.id}`)).body),
      JSON.stringify((await on.ask("GET", "/declaration")).body),
      JSON.stringify((await on.ask("GET", `/log?integrated_account_id=${body.id}`)).body),
      await (await fetch(`${on.url}/accounts`, { headers: { cookie } })).text(),
    ];
    for (const text of shown) expect(text).toContain(path);
    for (const text of [JSON.stringify(row), on.logged(), ...shown]) expect(text).not.toContain("fhb-first");
  });

  it("is refused for files that the operator does not allow, without a request to the API", async () => {
    for (const reference of [`file:${on.folder}/secret.key`, "file:/etc/passwd", "env:PATH", "exec:id"]) {
      const { status, body } = await add({ key_reference: reference });
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toContain("does not allow it");
    }
    expect(stub.arrived).toEqual([]);
  });

  it("needs its reference again where its calls go elsewhere, and is one of key and reference", async () => {
    expect((await add({ region: "us", base_url: undefined })).status).toBe(400);
    const { body } = await add();
    const moved = { region: "us", verify: false };
    const change = (input: object) => on.ask("PATCH", `/integrated-account/${body.id}`, input);
    expect((await change(moved)).status).toBe(400);
    const bound = await change({ ...moved, key_reference: `file:${path}` });
    expect(JSON.stringify(bound.body)).toContain("does not allow its key for firehydrant");
    expect((await change({ key_reference: `file:${path}`, api_key: "fhb-x" })).status).toBe(400);
    expect((await change({ api_key: "fhb-stored" })).body).toMatchObject({ key_reference: null });
    const { url } = await makeServer(on, body.id);
    expect(await keyOfCall(url)).toBe("fhb-stored");
  });

  it("answers calls with a clear fault while there is no key, and asks nobody to approve them", async () => {
    const { body } = await add();
    // As after a start of the gateway: no key was read yet.
    const gone = join(top, "keys", `gone-${count}`);
    await on.gateway.core.store.db
      .updateTable("accounts")
      .set({ key_reference: `file:${gone}` })
      .where("id", "=", body.id)
      .execute();
    const { url } = await makeServer(on, body.id, { confirm: "write" });
    expect((await rpc(url, "tools/list")).result!.tools!.length).toBeGreaterThan(0);
    stub.arrived.length = 0;
    const { result } = await call(url, "create_team", { name: "Made" });
    expect(result).toMatchObject({ isError: true });
    expect(result!.content![0]!.text).toContain("can't read the key of this server URL's account");
    expect(result!.content![0]!.text).not.toContain(gone);
    expect(stub.arrived).toEqual([]);
    const waiting = await on.gateway.core.store.db
      .selectFrom("approvals")
      .select("id")
      .where("account_id", "=", body.id)
      .execute();
    expect(waiting).toEqual([]);
    await writeFile(gone, "fhb-back");
    await expect.poll(() => keyOfCall(url), { timeout: 10_000 }).toBe("fhb-back");
  });

  it("is in readiness, metrics and the log when its key can't be read", { timeout: 60_000 }, async () => {
    const { body } = await add();
    const ready = async () => (await on.ask<{ warnings?: string[] }>("GET", "/readyz")).body;
    const metric = async () => String((await on.ask<unknown>("GET", "/metrics")).body);
    await rm(path);
    await expect
      .poll(ready, { timeout: 40_000, interval: 500 })
      .toMatchObject({ status: "ready", warnings: [expect.stringContaining("cannot be read")] });
    expect(await metric()).toContain(`standpipe_account_key_readable{account="${body.id}"} 0`);
    expect(on.logged()).toMatch(/"event":"account_key_unreadable"[^\n]*ENOENT[^\n]*"kept":true/);
    await writeFile(path, "fhb-first");
    await expect
      .poll(metric, { timeout: 40_000, interval: 500 })
      .toContain(`standpipe_account_key_readable{account="${body.id}"} 1`);
  });
});
