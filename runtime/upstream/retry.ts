import { Fault } from "../contract/fault.js";
import type { Breaker } from "./breaker.js";
import type { Answer } from "../contract/answer.js";
import type { Client } from "./client.js";
import type { Pacer } from "./pacing.js";
import type { Order } from "./order.js";
import { noteWait, watchedSend } from "./watched-send.js";
import type { UpstreamWatch } from "./upstream-watch.js";
import { readRetryAfter } from "./ratelimit.js";
import { SendFailure } from "./send-failure.js";
import type { Slot } from "./slots.js";
import { sleep } from "./sleep.js";

export interface Sender {
  /** @throws SendFailure, Fault `busy`, or the signal's reason */
  send(order: Order): Promise<Answer>;
}

interface Parts {
  readonly title: string;
  readonly client: Client;
  readonly pacer: Pacer;
  readonly breaker: Breaker;
  readonly watch?: UpstreamWatch;
}

const MOST_WAITS = 2;
const MOST_REPEATS = 1;

/**
 * Sends within the rate limit. A read is retried once if its connection broke before an answer, and waits for a 429 at
 * most twice, within its time. A write is sent once.
 */
export function createSender({ title, client, pacer, breaker, watch }: Parts): Sender {
  const sendWatched = watchedSend(client, watch);

  async function send(order: Order): Promise<Answer> {
    for (let waits = 0, repeats = 0; ;) {
      const outcome = await once(order, waits + repeats);
      if (outcome instanceof SendFailure) {
        if (!order.read || !brokeBeforeAnswer(outcome) || repeats >= MOST_REPEATS) throw outcome;
        repeats += 1;
        await sleep(jitter(), order.signal);
        continue;
      }
      const wait = outcome.status === 429 && waits < MOST_WAITS ? waitFor(outcome, order, pacer) : undefined;
      if (wait === undefined) return outcome;
      waits += 1;
      pacer.holdReads(wait);
      order.stage(`${title}'s rate limit is used up; it asked to wait ${Math.ceil(wait / 1000)} s`);
      await sleep(wait, order.signal);
    }
  }

  async function once(order: Order, resends: number): Promise<Answer | SendFailure> {
    const { stage } = order;
    breaker.refuseWhileOpen();
    const slot = await turn(order);
    stage(`waiting for ${title}'s answer`);
    order.goesOut?.();
    const began = performance.now();
    try {
      const answer = await sendWatched(order, resends);
      breaker.answered();
      return answer;
    } catch (error) {
      if (isSilence(error, performance.now() - began)) breaker.failed();
      if (error instanceof SendFailure) return error;
      throw error;
    } finally {
      slot.used();
    }
  }

  async function turn(order: Order): Promise<Slot> {
    const { read, caller, signal, stage, beforeRequest } = order;
    stage("waiting for a turn within the rate limit");
    const asked = performance.now();
    const slot = await pacer.turn({ caller, write: !read, signal });
    noteWait(watch, order, performance.now() - asked);
    try {
      await beforeRequest?.();
      signal.throwIfAborted();
      // While it waited, other calls may have found that upstream is dead.
      breaker.pass();
      return slot;
    } catch (error) {
      slot.giveBack();
      throw error;
    }
  }

  return { send };
}

/** Milliseconds to wait before the read is sent again; undefined if it must not or cannot be. */
function waitFor(answer: Answer, order: Order, pacer: Pacer): number | undefined {
  if (!order.read || order.on429 === "pass") return undefined;
  const asked = readRetryAfter(answer.headers, Date.now()) ?? Math.max(1, pacer.allowance()?.reset ?? 1);
  const wait = asked * 1000 + jitter();
  return performance.now() + wait < order.deadline ? wait : undefined;
}

function brokeBeforeAnswer(failure: SendFailure): boolean {
  return failure.phase === "waiting" && failure.reason === "broken";
}

/** This caller may have a shorter time limit than others of its account, and its answer may still arrive. */
const PATIENCE_MS = 5_000;

/** No answer came. A broken body or the client's own cancellation does not count. */
function isSilence(error: unknown, waitedMs: number): boolean {
  if (error instanceof SendFailure && error.status !== undefined) return false;
  if (error instanceof SendFailure && (error.reason !== "timeout" || error.phase === "connecting"))
    return true;
  const isTimeout = error instanceof SendFailure || (error instanceof Fault && error.kind === "timeout");
  return isTimeout && waitedMs >= PATIENCE_MS;
}

/** Callers that were refused together must not retry together. */
function jitter(): number {
  return 50 + Math.random() * 200;
}
