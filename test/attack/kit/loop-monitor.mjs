/*
 * Loaded before the program under attack (node --import). It measures how long the event loop is held up, as a ratio to
 * a plain loop in the same process, and answers on a socket: each line that it reads gets the worst ratio since the last.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { isMainThread } from "node:worker_threads";

const socket = process.env.ATTACK_LOOP_SOCKET;
if (isMainThread && socket) watch(socket);

function watch(path) {
  const tickMs = 5;
  let unit = calibrate();
  let worst = 0;
  let before = spentMs();
  let blocked = 0;
  let beforeBlocked = presentMs();

  /** All that ran since the last tick was at most some milliseconds of short turns, and one long one. */
  function tick() {
    const now = spentMs();
    worst = Math.max(worst, now - before);
    before = now;
    const present = presentMs();
    blocked = Math.max(blocked, present - beforeBlocked - tickMs);
    beforeBlocked = present;
  }
  setInterval(tick, tickMs).unref();

  createServer((connection) => {
    connection.unref();
    connection.on("error", () => {});
    connection.on("data", () => {
      tick();
      // The processor may run slower now than at the start.
      if (worst > 20) unit = calibrate();
      const figures = { ratio: worst / unit, ms: worst, blockedRatio: blocked / unit };
      connection.write(`${JSON.stringify({ ...figures, spentMs: spentMs(), loopMs: unit })}\n`);
      [worst, blocked] = [0, 0];
      before = spentMs();
      beforeBlocked = presentMs();
    });
  })
    .listen(path)
    .unref();
}

/** Milliseconds that the main thread has run. Time in which other processes had the processor does not count. */
function spentMs() {
  if (process.platform !== "linux") return performance.now();
  const [ran] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ");
  return Number(ran) / 1e6;
}

/** Milliseconds in which the main thread ran or slept. A thread that waits in a system call sleeps. */
function presentMs() {
  if (process.platform !== "linux") return performance.now();
  const [, waited] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ");
  return performance.now() - Number(waited) / 1e6;
}

/** The work of going once over a text of a million characters. */
function calibrate() {
  const text = Buffer.alloc(1_000_000, "a-").toString("latin1");
  const once = () => {
    let sum = 0;
    for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
    return sum;
  };
  const times = 20;
  for (let warm = 0; warm < 3; warm += 1) once();
  const from = spentMs();
  for (let time = 0; time < times; time += 1) once();
  return (spentMs() - from) / times;
}
