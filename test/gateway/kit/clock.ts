import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A clock that a test moves, also for gateways in processes of their own. */
export interface TestClock {
  readonly now: () => Date;
  /** Moves it from the real time, or back to it. */
  set(aheadMs: number): void;
  pass(ms: number): void;
  /** Environment variables with which a process has this clock. */
  readonly env: Readonly<Record<string, string>>;
}

export function createClock(): TestClock {
  const file = join(mkdtempSync(join(tmpdir(), "standpipe-clock-")), "ahead");
  let ahead = 0;
  const clock: TestClock = {
    now: () => new Date(Date.now() + ahead),
    set: (aheadMs) => writeFileSync(file, String((ahead = aheadMs))),
    pass: (ms) => clock.set(ahead + ms),
    env: { NODE_OPTIONS: `--import=${preload}`, TEST_CLOCK: file },
  };
  clock.set(0);
  return clock;
}

const preload = pathToFileURL(join(import.meta.dirname, "moved-clock.mjs")).href;
