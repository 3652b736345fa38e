import { performance } from "node:perf_hooks";
import type { Logger } from "pino";
import { logEvent } from "./log-events.js";
import type { Activity } from "./activity.js";

/** A longer turn of the event loop counts as a stall. */
const MOST_MS = 50;
const LOOK_EVERY_MS = 20;
const SAY_EVERY_MS = 10_000;
/** Maximum names in a line of the log. */
const MOST_NAMES = 20;

/**
 * Watches the event loop, because a blocked one delays all requests. Stalls are counted. The log names what was running
 * then, at most every ten seconds.
 * @returns a function that stops it
 */
export function watchLoop(
  logger: Logger,
  activity: Activity,
  stalled: (seconds: number) => void,
): () => void {
  let [before, usedBefore] = [performance.now(), performance.eventLoopUtilization()];
  let [count, worstMs, saidAt] = [0, 0, -Infinity];
  const names = new Set<string>();

  function look(): void {
    const now = performance.now();
    const lateMs = now - before - LOOK_EVERY_MS;
    const { active } = performance.eventLoopUtilization(usedBefore);
    [before, usedBefore] = [now, performance.eventLoopUtilization()];
    const seen = activity.names();
    // A process that was suspended or had no CPU is also late, but it did not work during that time.
    const heldMs = Math.min(lateMs, active);
    if (heldMs <= MOST_MS) return;
    stalled(heldMs / 1000);
    for (const name of seen) if (names.size < MOST_NAMES) names.add(name);
    count += 1;
    worstMs = Math.max(worstMs, Math.round(heldMs));
    if (now - saidAt < SAY_EVERY_MS) return;
    logEvent(logger, "loop_stalled", { stalls: count, worst_ms: worstMs, under_way: [...names] }, STALLED);
    [count, worstMs, saidAt] = [0, 0, now];
    names.clear();
  }

  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}

const STALLED =
  "The event loop was held up, so every request waited. Give the gateway more processor time, or report this with the calls that were under way.";
