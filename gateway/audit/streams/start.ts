import type { Logger } from "pino";
import type { Core } from "../../core.js";
import { logEvent } from "../../ops/log-events.js";
import { sinks, type StreamSettings } from "./sinks.js";
import { createStream, type Stream } from "./stream.js";

const EVERY_MS = 1_000;

/**
 * Sends the audit log to its receivers, every second, apart from the calls.
 * @returns a function that stops it
 */
export function startStreams(
  core: Core,
  streams: readonly StreamSettings[],
  logger: Logger,
): () => Promise<void> {
  const ends = streams.map(({ name, address, secret }) => {
    const stream = createStream(core, name, sinks[name].open(address, secret));
    return repeat(stream, (error) => logEvent(logger, "audit_stream_failed", { stream: name, err: error }));
  });
  return async () => void (await Promise.all(ends.map((end) => end())));
}

function repeat(stream: Stream, failed: (error: Error) => void): () => Promise<void> {
  let isEnding = false;
  let running: Promise<void> | undefined;
  /** The same failure is logged once, until another one or a delivery. */
  let logged: string | undefined;

  async function send(): Promise<void> {
    const failure = await stream.send(() => isEnding).catch((error: unknown) => error as Error);
    if (failure && failure.message !== logged) failed(failure);
    if (failure) logged = failure.message;
  }
  const run = () => void (running ??= send().finally(() => (running = undefined)));
  const timer = setInterval(run, EVERY_MS).unref();
  return async () => {
    isEnding = true;
    clearInterval(timer);
    await running;
    await stream.close().catch(() => {});
  };
}
