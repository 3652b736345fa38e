import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../gateway/kit/gateway.js";
import { startTarget, type Target } from "./kit/target.js";

/* Another process holds SQLite's lock for writing, so the gateway can read its store and write nothing. */

interface Database {
  exec(sql: string): void;
  close(): void;
}
const Database = createRequire(import.meta.url)("libsql") as new (path: string) => Database;

describe.each([
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
    lock.exec("begin immediate");
  }, 120_000);
  afterAll(() => target?.stop());

  it(`writes are ${writesAre}, and reads are answered`, { timeout: 120_000 }, async () => {
    target.upstream.sent.length = 0;
    const { text } = await call(url, "create_incident", { name: "unlogged" });
    const sent = target.upstream.sent.filter(({ method }) => method !== "GET");
    expect(sent).toHaveLength(writesAre === "sent" ? 1 : 0);
    if (writesAre === "refused") expect(text).toMatch(/audit log/);
    expect((await call(url, "list_incidents")).result?.isError).toBeFalsy();
  });

  it("each write that was sent has its entry once the log can be written", { timeout: 120_000 }, async () => {
    lock.exec("rollback");
    lock.close();
    const entries = async () =>
      (await target.gateway.ask<{ result: { tool: string }[] }>("GET", "/log?tool=create_incident")).body
        .result;
    const sent = target.upstream.sent.filter(({ method }) => method !== "GET").length;
    while ((await entries()).length < sent) await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await entries()).length).toBeGreaterThanOrEqual(sent);
  });
});
