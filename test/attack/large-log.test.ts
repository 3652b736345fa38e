import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultStore } from "../gateway/kit/stores.js";
import { testAdminToken } from "../gateway/kit/requests.js";
import { createJudge } from "./kit/judge.js";
import { openLog, type LogRows } from "./kit/large-log.js";
import { MOST_RATIO } from "./kit/loop.js";
import { startTarget, startWatched, type Target } from "./kit/target.js";

/* A log of many calls. SQLite works in the thread that asks it; PostgreSQL deletes months as a whole, and the rest in steps. */

const [ROWS, DAYS, DAY] = [120_000, 100, 86_400_000];
let target: Target;
let log: LogRows;
beforeAll(async () => {
  target = await startTarget();
  log = await openLog(join(target.bundle.folder, "data"));
  await log.fill(ROWS, DAYS);
}, 180_000);
afterAll(async () => {
  await log?.close();
  await target?.stop();
});

describe("a large log", () => {
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
      // Each of the two is in half of the entries, and no entry has both.
      ...["actor=other&outcome=ok", "actor=server&outcome=refused"],
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
    const old = () => log.countBefore(cutOff);
    // Run once more, this test finds no old entries.
    if ((await old()) === 0) await log.fill(ROWS, DAYS);
    const before = await old();
    expect(before).toBeGreaterThan(5_000);
    const data = join(target.bundle.folder, "data");
    const { databaseUrl } = await defaultStore(data);
    const args = ["gateway", "--port", "0", "--data", data];
    const env = {
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      STANDPIPE_AUDIT_DAYS: "90",
      STANDPIPE_ADMIN_TOKEN: testAdminToken,
      STANDPIPE_SECRET_KEY: "k".repeat(40),
    };
    const pruning = await startWatched(target, args, env);
    try {
      // What a process does at its start is not part of the pruning.
      let left = before;
      for (; left === before; left = await old()) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(left, "deleted by one statement").toBeGreaterThan(0);
      await pruning.loop.worst();
      while ((await old()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
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
