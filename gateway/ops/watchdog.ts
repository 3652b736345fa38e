import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Logger } from "pino";
import type { Activity } from "./activity.js";
import type { Metrics } from "./metrics.js";

/** How long the event loop may be blocked before it is logged, in milliseconds. */
const mostMs = 50;
const lookEveryMs = 250;
const sayEveryMs = 10_000;
const resolutionMs = 10;

/**
 * Measures how long the event loop is blocked. Each stall is counted. The log names what was running, in at most one
 * line every ten seconds.
 * @returns a function that stops it
 */
export function startWatchdog(metrics: Metrics, activity: Activity, logger: Logger): () => void {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  let [unsaid, worstMs, saidAt] = [0, 0, -Infinity];
  const names = new Set<string>();

  function look(): void {
    const stalledMs = delay.max / 1e6 - resolutionMs;
    delay.reset();
    const seen = activity.names();
    if (stalledMs <= mostMs) return;
    metrics.loopStallSeconds.observe(stalledMs / 1000);
    for (const name of seen) names.add(name);
    [unsaid, worstMs] = [unsaid + 1, Math.max(worstMs, stalledMs)];
    if (performance.now() - saidAt < sayEveryMs) return;
    logger.warn(
      { stalled_ms: Math.round(worstMs), stalls: unsaid, under_way: [...names].slice(0, mostNames) },
      `The event loop was blocked for ${Math.round(worstMs)} ms. No request was answered in that time.`,
    );
    [unsaid, worstMs, saidAt] = [0, 0, performance.now()];
    names.clear();
  }

  delay.enable();
  const timer = setInterval(look, lookEveryMs).unref();
  return () => {
    clearInterval(timer);
    delay.disable();
  };
}

/** Maximum names in a line of the log. */
const mostNames = 20;
