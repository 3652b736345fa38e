import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "../faults/log.js";
import { call } from "../gateway/kit/requests.js";
import { storeKinds } from "../gateway/kit/stores.js";
import { MOST_RATIO } from "./kit/loop.js";
import { startTarget, type Target } from "./kit/target.js";

/* Another process holds SQLite's lock for writing, so the gateway can read its store and write nothing. */

interface Database {
  exec(sql: string): void;
  close(): void;
}
const Database = createRequire(import.meta.url)("libsql") as new (path: string) => Database;

describe.runIf(storeKinds.includes("sqlite")).each([
  ["by default", {}, "refused"],
  ["with STANDPIPE_AUDIT_REQUIRED=false", { STANDPIPE_AUDIT_REQUIRED: "false" }, "sent"],
] as const)("while the log cannot be written, %s", (_how, env, writesAre) => {
  let target: Target;
  let url: string;
  let lock: Database;
  beforeAll(async () => {
    target = await startTarget(env);
    ({ url } = await target.makeServer());
    await call(url, "list_incidents");
    lock = new Database(join(target.bundle.folder, "data/standpipe.db"));
    // The gateway may be writing when the test takes the lock.
    lock.exec("pragma busy_timeout = 5000");
  }, 120_000);
  afterAll(async () => {
    lock?.close();
    await target?.stop();
  });

  const sentWrites = () => target.upstream.sent.filter(({ method }) => method !== "GET");
  const changeAccount = () =>
    target.gateway.ask<{ message?: string }>("PATCH", `/integrated-account/${target.account}`, { name: "B" });
  const read = async () => (await call(url, "list_incidents")).isOk;

  it("a write and a change that wait for a moment are done, and hold up nobody", async () => {
    target.upstream.sent.length = 0;
    lock.exec("begin immediate");
    await target.loop.worst();
    const waiting = [call(url, "create_incident", { name: "waits" }), changeAccount()] as const;
    const answered: string[] = [];
    for (const one of waiting) void one.then(() => answered.push("too early"));
    for (let at = 0; at < 20; at += 1) expect(await read()).toBe(true);
    expect(answered).toEqual([]);
    const { blockedRatio } = await target.loop.worst();
    lock.exec("rollback");
    const [written, changed] = await Promise.all(waiting);
    expect([written.isOk, changed.status]).toEqual([true, 200]);
    expect(sentWrites()).toHaveLength(1);
    console.log(`a locked store: the loop was blocked for ${blockedRatio.toFixed(1)} times a plain loop`);
    expect(blockedRatio).toBeLessThan(MOST_RATIO);
  });

  it(`writes are ${writesAre}, reads are answered, and changes can be repeated`, async () => {
    target.upstream.sent.length = 0;
    lock.exec("begin immediate");
    await target.loop.worst();
    const [{ text }, changed] = await Promise.all([
      call(url, "create_incident", { name: "unlogged" }),
      changeAccount(),
    ]);
    expect(sentWrites()).toHaveLength(writesAre === "sent" ? 1 : 0);
    if (writesAre === "refused") expect(text).toMatch(/audit log/);
    expect(changed.status).toBe(503);
    expect(changed.headers.get("retry-after")).toBe("2");
    expect(changed.body.message).toContain("Another process holds the lock of standpipe.db");
    expect(await read()).toBe(true);
    expect((await target.loop.worst()).blockedRatio).toBeLessThan(MOST_RATIO);
  });

  it("each write that was sent has its entry once the log can be written", async () => {
    lock.exec("rollback");
    const entries = async () =>
      (await target.gateway.ask<{ result: { tool: string }[] }>("GET", "/log?tool=create_incident")).body
        .result;
    await until(async () => (await entries()).length > sentWrites().length);
    expect((await changeAccount()).status).toBe(200);
  });
});
