import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { command as logCommand } from "../../cli/admin/log.js";
import type { StreamState } from "../../gateway/audit/streams/read-streams.js";
import { readStreams } from "../../gateway/audit/streams/sinks.js";
import { mountPage } from "../../gateway/page/page.js";
import { warnOfExpiry } from "../../gateway/servers/expiry-warning.js";
import { createClock } from "./kit/clock.js";
import {
  call,
  makeAccount,
  makeServer,
  startTestGateway,
  testAdminToken,
  type TestGateway,
} from "./kit/gateway.js";
import { startReceiver, type Receiver } from "./kit/receiver.js";
import { storeKinds, useStores } from "./kit/stores.js";
import { commandsCall, stub, useStub } from "./kit/stub.js";

const HOUR_MS = 3_600_000;
const settingsOf = useStores();
const env = { STANDPIPE_SECRET_KEY: "k".repeat(40) };
const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
useStub();

const soon = { timeout: 30_000, interval: 50 };

describe.each(storeKinds)("the webhook of the audit log on %s", (kind) => {
  let on: TestGateway;
  let receiver: Receiver;
  let start: () => Promise<TestGateway>;
  const clock = createClock();

  beforeEach(async () => {
    clock.set(0);
    receiver = await startReceiver();
    const auditStreams = [{ name: "webhook", address: receiver.url, secret }] as const;
    const settings = { ...(await settingsOf(kind)), baseUrls: [stub.url], auditStreams };
    start = () => startTestGateway({ settings, env, clock, mounts: [mountPage] });
    on = await start();
  });
  afterEach(async () => {
    await on.stop();
    await receiver.close();
  });

  const state = async () => (await on.ask<{ result: StreamState[] }>("GET", "/log/streams")).body.result[0]!;
  const entries = () => receiver.messages().flatMap((message) => message.entries);
  /** The ids of all sealed entries, in the order of their numbers. */
  const sealedIds = async () => {
    const { db } = on.gateway.core.store;
    const seals = await db.selectFrom("audit_seals").select("entries").orderBy("last").execute();
    return seals.flatMap((seal) => (JSON.parse(seal.entries) as [string][]).map(([id]) => id));
  };
  const actions = () => entries().map(({ action }) => action);

  it("has each entry once, in order, signed, with sign-ins and refusals", async () => {
    const { url } = await makeServer(on, await makeAccount(on, stub.url), { confirm: "none" });
    await call(url, "create_incident", { name: "Down" });
    await on.ask("GET", "/log", undefined, { authorization: "Bearer wrong" });
    const body = new URLSearchParams({ person: "Ada", token: testAdminToken });
    await fetch(`${on.url}/sign-in`, { method: "POST", body, redirect: "manual" });
    await vi.waitFor(
      () => expect(actions()).toEqual(expect.arrayContaining(["session.begin", "manage"])),
      soon,
    );
    expect(entries().map(({ sequence }) => sequence)).toEqual(entries().map((_, index) => index + 1));
    expect(actions()).toEqual(expect.arrayContaining(["account.create", "server.create", "call"]));
    expect(entries().find(({ action }) => action === "call")).toMatchObject({
      ...{ tool: "create_incident", outcome: "ok", access: "create" },
      id: expect.stringMatching(/^log_/),
    });
    for (const { headers, body: text } of receiver.requests)
      new Webhook(secret).verify(text.toString(), headers as Record<string, string>);
    expect(await state()).toMatchObject({ behind: 0, failures: 0, dead_letters: [] });
    expect(entries().map(({ id }) => id)).toEqual(await sealedIds());
  });

  it("repeats the same message with longer pauses until the receiver takes it", async () => {
    receiver.status = 503;
    await makeAccount(on, stub.url);
    const failed = async (failures: number) => {
      await vi.waitFor(async () => expect((await state()).failures).toBe(failures), soon);
      const { retry_at, error } = await state();
      expect(error).toBe("The webhook answered 503.");
      return Date.parse(retry_at!) - clock.now().getTime();
    };
    const pauses = [];
    for (const failures of [1, 2, 3]) {
      pauses.push(await failed(failures));
      clock.pass(8_000);
    }
    expect(pauses[2]!).toBeGreaterThan(pauses[1]! + 1_000);
    receiver.status = 204;
    clock.pass(HOUR_MS);
    await vi.waitFor(async () => expect(await state()).toMatchObject({ behind: 0, failures: 0 }), soon);
    const [first, ...repeats] = receiver.messages();
    expect(first!.entries.length).toBeGreaterThan(0);
    for (const repeat of repeats.slice(0, 3)) expect(repeat).toEqual(first);
    expect(on.logged()).toContain('"event":"audit_stream_failed"');
  });

  it("keeps a message that was refused five times as a dead letter, goes on, and sends it again when asked", async () => {
    receiver.status = 422;
    await makeAccount(on, stub.url, "Refused");
    await vi.waitFor(async () => {
      clock.pass(60_000);
      expect((await state()).dead_letters).toHaveLength(1);
    }, soon);
    expect(receiver.messages().map(({ id }) => id)).toEqual(Array(5).fill(receiver.messages()[0]!.id));
    receiver.status = 204;
    await makeAccount(on, stub.url, "Taken");
    await vi.waitFor(async () => expect((await state()).behind).toBe(0), soon);
    const { dead_letters } = await state();
    expect(dead_letters).toMatchObject([{ error: "The webhook answered 422.", replaying: false }]);

    const out = commandsCall(on);
    expect(await logCommand.run(["streams"])).toBe(0);
    expect(out.pop()).toMatch(/^webhook +\d+ +0 +1 +0 +-$[^]*answered 422/m);
    receiver.status = 503;
    expect(await logCommand.run(["replay", "webhook"])).toBe(0);
    const again = { error: "The webhook answered 503.", replaying: false };
    await vi.waitFor(async () => expect((await state()).dead_letters).toMatchObject([again]), soon);
    receiver.status = 204;
    const before = receiver.requests.length;
    expect(await logCommand.run(["replay", "webhook"])).toBe(0);
    expect(out.pop()).toBe("1 dead letters of webhook are sent again.");
    await vi.waitFor(async () => expect((await state()).dead_letters).toEqual([]), soon);
    expect(receiver.messages().slice(before)[0]).toEqual(receiver.messages()[0]);
    expect((await on.ask("POST", "/log/streams/nothing/replay")).status).toBe(404);
  });

  it("warns once, a week before a server URL expires", async () => {
    const account = await makeAccount(on, stub.url);
    const expires_at = new Date(clock.now().getTime() + 200 * HOUR_MS).toISOString();
    const { id } = await makeServer(on, account, {}, { expires_at });
    const { core } = on.gateway;
    await warnOfExpiry(core);
    clock.pass(48 * HOUR_MS);
    await warnOfExpiry(core);
    await warnOfExpiry(core);
    await vi.waitFor(() => expect(actions()).toContain("server.expires_soon"), soon);
    const warnings = entries().filter(({ action }) => action === "server.expires_soon");
    expect(warnings).toMatchObject([
      { actor: "gateway", server_id: id, integrated_account_id: account, detail: { expires_at } },
    ]);
  });

  it.runIf(kind === "postgres")(
    "is sent by one of several processes, and by another after a crash",
    async () => {
      const other = await start();
      await Promise.all([makeAccount(on, stub.url, "One"), makeAccount(other, stub.url, "Two")]);
      await vi.waitFor(() => expect(entries()).toHaveLength(2), soon);
      const { core } = on.gateway;
      // As if the holder was killed: nobody gives the stream back.
      const held_until = new Date(clock.now().getTime() + 40_000).toISOString();
      await core.store.db.updateTable("audit_streams").set({ holder: "killed", held_until }).execute();
      await makeAccount(on, stub.url, "Three");
      await vi.waitFor(async () => expect((await state()).behind).toBe(1), soon);
      clock.pass(41_000);
      await vi.waitFor(() => expect(entries()).toHaveLength(3), soon);
      expect(entries().map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      await other.stop();
    },
  );
});

it("settings of streams are checked, and a fault never shows a value", () => {
  expect(readStreams({})).toEqual([]);
  const faults = () =>
    readStreams({
      STANDPIPE_AUDIT_WEBHOOK: "ftp://user:hidden@x",
      STANDPIPE_AUDIT_WEBHOOK_SECRET: "whsec_short",
      STANDPIPE_AUDIT_SYSLOG: "host:514",
    });
  expect(faults).toThrow(
    /^STANDPIPE_AUDIT_WEBHOOK: .*\nSTANDPIPE_AUDIT_WEBHOOK_SECRET: .*\nSTANDPIPE_AUDIT_SYSLOG: /,
  );
  expect(faults).not.toThrow(/hidden|short/);
});
