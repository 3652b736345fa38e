import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../gateway/id.js";
import { testAdminToken } from "../gateway/kit/requests.js";
import { storeKinds } from "../gateway/kit/stores.js";
import { createJudge } from "./kit/judge.js";
import { MOST_RATIO } from "./kit/loop.js";
import { startTarget, startWatched, type Target } from "./kit/target.js";

/* A log of many calls, in SQLite, which works in the thread that asks it. */

interface Database {
  prepare(sql: string): { run(...values: unknown[]): void; get(...values: unknown[]): { count: number } };
  exec(sql: string): void;
  close(): void;
}
const Database = createRequire(import.meta.url)("libsql") as new (path: string) => Database;

const [ROWS, DAY] = [60_000, 86_400_000];
const onSqlite = storeKinds.includes("sqlite");
let target: Target;
let database: Database;
beforeAll(async () => {
  if (!onSqlite) return;
  target = await startTarget();
  database = new Database(join(target.bundle.folder, "data/standpipe.db"));
  const columns = "id, at, kind, action, outcome, actor, request_id, tool";
  const insert = database.prepare(
    `insert into audit (${columns}) values (?, ?, 'call', 'call', 'ok', 'server', ?, ?)`,
  );
  const start = Date.now() - 100 * DAY;
  database.exec("begin");
  for (let at = 0; at < ROWS; at += 1) {
    const time = start + (at * 99 * DAY) / ROWS;
    insert.run(newId("log", time), new Date(time).toISOString(), `req_${at}`, `tool_${at % 100}`);
  }
  database.exec("commit");
}, 180_000);
afterAll(async () => {
  database?.close();
  await target?.stop();
});

describe.runIf(onSqlite)("a large log", () => {
  it("is searched by anything without holding up calls", { timeout: 120_000 }, async () => {
    const judge = createJudge(target.loop);
    const searches = [
      ...[
        "tool=none",
        "tool=tool_7",
        "actor=nobody",
        "outcome=refused",
        "request_id=req_5",
        "request_id=none",
      ],
      ...["action=none&kind=access", "since=2020-01-01T00:00:00Z&tool=none", "until=2020-01-01T00:00:00Z"],
      ...["server_id=none&outcome=none&actor=none", "limit=200", "kind=manage", "integrated_account_id=none"],
    ];
    for (const search of searches) {
      const { status } = await judge.try(search, () => target.gateway.ask("GET", `/log?${search}`));
      expect(status, search).toBe(200);
    }
    judge.print("searches of the log");
    expect(judge.faults).toEqual([]);
  });

  it("loses its old entries without holding up calls", { timeout: 120_000 }, async () => {
    await target.gateway.stop();
    const cutOff = new Date(Date.now() - 90 * DAY).toISOString();
    const old = () => database.prepare("select count(*) as count from audit where at < ?").get(cutOff).count;
    const before = old();
    expect(before).toBeGreaterThan(5_000);
    const args = ["gateway", "--port", "0", "--data", join(target.bundle.folder, "data")];
    const env = {
      STANDPIPE_AUDIT_DAYS: "90",
      STANDPIPE_ADMIN_TOKEN: testAdminToken,
      STANDPIPE_SECRET_KEY: "k".repeat(40),
    };
    const pruning = await startWatched(target, args, env);
    try {
      // What a process does at its start is no part of the pruning.
      while (old() === before) await new Promise((resolve) => setTimeout(resolve, 20));
      await pruning.loop.worst();
      while (old() > 0) await new Promise((resolve) => setTimeout(resolve, 50));
      const { ratio, ms } = await pruning.loop.worst();
      console.log(
        `${before} old entries removed; worst loop delay ${ratio.toFixed(1)} times a plain loop (${ms.toFixed()} ms)`,
      );
      expect(ratio).toBeLessThan(MOST_RATIO);
    } finally {
      await pruning.stop();
    }
  });
});
