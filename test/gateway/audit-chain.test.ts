import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { command as logCommand } from "../../cli/admin/log.js";
import { allowPruning, removeOldSeals } from "../../gateway/audit/chain/chain-start.js";
import { createSealing } from "../../gateway/audit/chain/seal.js";
import { sealNow } from "../../gateway/audit/chain/sealer.js";
import type { ChainReport } from "../../gateway/audit/chain/verify-chain.js";
import { removeOldEntries } from "../../gateway/audit/retention.js";
import type { Core } from "../../gateway/core.js";
import { createClock } from "./kit/clock.js";
import { call, makeAccount, makeServer, startTestGateway, type TestGateway } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";
import { commandsCall, stub, useStub } from "./kit/stub.js";

const DAY_MS = 86_400_000;
const settingsOf = useStores();
const env = { STANDPIPE_SECRET_KEY: "k".repeat(40) };
useStub();

describe.each(storeKinds)("the chain of the audit log on %s", (kind) => {
  let on: TestGateway;
  let core: Core;
  let url: string;
  let start: () => Promise<TestGateway>;
  const clock = createClock();

  beforeEach(async () => {
    clock.set(0);
    const store = await settingsOf(kind);
    start = () => startTestGateway({ settings: { ...store, baseUrls: [stub.url] }, env, clock });
    on = await start();
    core = on.gateway.core;
    ({ url } = await makeServer(on, await makeAccount(on, stub.url), { confirm: "none" }));
  });
  afterEach(() => on.stop());

  const verify = async (query = "") => (await on.ask<ChainReport>("GET", `/log/verify?${query}`)).body;

  /** Waits until everything that was written is sealed. */
  async function sealed(): Promise<ChainReport> {
    await core.audit.flush();
    for (;;) {
      await sealNow(core);
      const report = await verify();
      if (report.waiting === 0) return report;
    }
  }

  async function calls(count: number): Promise<void> {
    for (let made = 0; made < count; made += 1) await call(url, "list_incidents", { query: `q${made}` });
  }

  /** The ids of entries, in the order of their numbers. */
  async function sealedIds(): Promise<string[]> {
    const seals = await core.store.db.selectFrom("audit_seals").select("entries").orderBy("last").execute();
    return seals.flatMap(({ entries }) => (JSON.parse(entries) as [string][]).map(([id]) => id));
  }

  it("has each entry once: calls, writes, management and refusals", async () => {
    await calls(3);
    await call(url, "create_incident", { name: "Down" });
    await on.ask("GET", "/log", undefined, { authorization: "Bearer wrong" });
    const report = await sealed();
    expect(report).toMatchObject({ after: 0, complete: true, fault: null, waiting: 0 });
    const ids = await sealedIds();
    const { body } = await on.ask<{ result: { id: string; outcome: string }[] }>("GET", "/log?limit=200");
    expect([...ids].sort()).toEqual(body.result.map(({ id }) => id).sort());
    expect(body.result.map(({ outcome }) => outcome)).toContain("wrong_admin_token");
    expect(report.through).toBe(ids.length);
  });

  it("names the first entry that was changed, on the command line too", async () => {
    await calls(5);
    await sealed();
    const ids = await sealedIds();
    await core.store.db.updateTable("audit").set({ actor: "someone" }).where("id", "=", ids[4]!).execute();
    await core.store.db.updateTable("audit").set({ outcome: "ok" }).where("id", "=", ids[6]!).execute();
    const { fault } = await sealed();
    expect(fault).toMatchObject({ kind: "changed", sequence: 5, entry: ids[4] });
    const out = commandsCall(on);
    expect(await logCommand.run(["verify"])).toBe(1);
    expect(out.join("\n")).toMatch(
      new RegExp(`^Entry ${ids[4]} \\(number 5\\) was changed\\. The 4 entries`),
    );
  });

  it("names the first missing entry, and a missing or exchanged seal", async () => {
    await calls(3);
    await sealed();
    await calls(3);
    await sealed();
    const { db } = core.store;
    const seals = await db.selectFrom("audit_seals").selectAll().orderBy("last").execute();
    expect(seals.length).toBeGreaterThan(1);
    const restore = async () => {
      await db.deleteFrom("audit_seals").execute();
      await db.insertInto("audit_seals").values(seals).execute();
    };
    const [one, two] = [seals[0]!, seals.at(-1)!];

    await db.deleteFrom("audit_seals").where("last", "=", one.last).execute();
    expect((await verify()).fault).toMatchObject({ kind: "missing", sequence: Number(one.first) });
    await restore();
    await db.updateTable("audit_seals").set({ hash: two.hash }).where("last", "=", one.last).execute();
    expect((await verify()).fault).toMatchObject({ kind: "reordered", sequence: Number(one.first) });
    await restore();
    const listed = JSON.parse(one.entries) as unknown[];
    const swapped = JSON.stringify([listed[1], listed[0], ...listed.slice(2)]);
    await db.updateTable("audit_seals").set({ entries: swapped }).where("last", "=", one.last).execute();
    expect((await verify()).fault).toMatchObject({ kind: "reordered" });
    await restore();
    expect((await verify()).fault).toBeNull();

    // A seal that the gateway made itself, in another history of the same log, such as that of a restored backup.
    const foreign = createSealing(core.keys).chain("of another history", Number(two.first), two.entries);
    await db.updateTable("audit_seals").set({ hash: foreign }).where("last", "=", two.last).execute();
    expect((await verify()).fault).toMatchObject({ kind: "reordered", sequence: Number(two.first) });
    await restore();

    const { head } = await verify();
    await db.deleteFrom("audit_seals").where("last", "=", two.last).execute();
    expect((await verify()).fault, "a chain that was cut looks whole").toBeNull();
    expect((await verify(`head=${head}`)).fault).toMatchObject({ kind: "missing" });
    await restore();
    expect((await verify(`head=${head}`)).fault).toBeNull();

    const ids = await sealedIds();
    await db.deleteFrom("audit").where("id", "=", ids[2]!).execute();
    expect((await verify()).fault).toMatchObject({ kind: "missing", sequence: 3, entry: ids[2] });
  });

  it("seals an intent without an outcome after a while, and its late outcome too", async () => {
    const entry = {
      kind: "call",
      action: "call",
      outcome: "ok",
      actor: "server",
      requestId: "late",
    } as const;
    const intent = await core.audit.intend(entry);
    const waitingAfterSeal = async () => {
      await sealNow(core);
      return (await verify()).waiting;
    };
    await expect.poll(waitingAfterSeal).toBe(1);
    clock.pass(DAY_MS / 24);
    const { through } = await sealed();
    await intent.settle(entry);
    expect(await sealed()).toMatchObject({ through: through + 1, fault: null });
  });

  it("goes on after old entries are deleted", async () => {
    await calls(4);
    const { through, head } = await sealed();
    clock.pass(40 * DAY_MS);
    await calls(2);
    await sealed();
    const before = new Date(clock.now().getTime() - 30 * DAY_MS).toISOString();
    await allowPruning(core, before);
    await removeOldEntries(core, 30);
    const old = core.store.db.selectFrom("audit").select("id").where("at", "<", before);
    expect(await old.execute()).toEqual([]);
    expect((await verify()).fault, "between the two steps").toBeNull();
    await removeOldSeals(core, before);
    await calls(1);
    const report = await sealed();
    expect(report).toMatchObject({ after: through, through: through + 3, complete: true, fault: null });
    expect((await verify(`head=${head}`)).fault).toBeNull();

    await sql`update settings set value = replace(value, ${before}, ${clock.now().toISOString()})
      where key = 'audit_chain_start'`.execute(core.store.db);
    expect((await on.ask("GET", "/log/verify")).status, "a forged beginning").toBe(500);
  });

  it.runIf(kind === "postgres")("is one chain of several processes", async () => {
    const other = await start();
    const account = await makeAccount(other, stub.url);
    const { url: otherUrl } = await makeServer(other, account, { confirm: "none" });
    const load = Array.from({ length: 60 }, (_, index) => call(index % 2 ? url : otherUrl, "list_teams"));
    const sealing = Array.from({ length: 10 }, (_, index) => sealNow(index % 2 ? core : other.gateway.core));
    await Promise.all([...load, ...sealing]);
    await other.gateway.core.audit.flush();
    const report = await sealed();
    expect(report).toMatchObject({ complete: true, fault: null });
    const ids = await sealedIds();
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(64);
    await other.stop();
  });
});
