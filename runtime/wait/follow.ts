import type { Arguments } from "../contract/caller.js";
import { firstOf } from "../contract/cancellation.js";
import type { Call, Exchange, Fetched } from "../pipeline/exchange.js";
import { Fault, type FaultKind } from "../contract/fault.js";
import type { PollPlan, ToolModule } from "../contract/tool.js";
import { sleep } from "../upstream/sleep.js";
import { holds, valueOf } from "./expression.js";

/** What to poll, and how. */
export interface Following {
  readonly call: Call;
  readonly exchange: Exchange;
  readonly plan: PollPlan;
  /** The tool that shows the state; undefined if it does not exist for the client. */
  readonly polled: ToolModule | undefined;
  /** The starting call's arguments, as they are sent. */
  readonly args: Arguments;
  readonly seconds: number;
}

/** The state of the work when waiting ended. */
export type Followed =
  | { readonly state: "finished" | "failed"; readonly now: Fetched }
  | {
      readonly state: "open";
      /** Arguments for the polled tool, if they are known. */
      readonly args?: Arguments;
      /** Why waiting ended early. */
      readonly why?: string;
    };

/** Polls work after the answer that accepted it. */
export type Watch = (started: Fetched) => Promise<Followed>;

/** Faults of a poll after which another poll would not help. */
const LASTING: readonly FaultKind[] = [
  "invalid_arguments",
  "refused",
  "credentials",
  "permission",
  "cancelled",
];
/** Quick work is done by then. */
const FIRST_PAUSE_SECONDS = 1;
/** How many milliseconds after the deadline the last poll's answer is awaited. */
const GRACE_MS = 2_000;

/** Prepares polling before the work starts: reads the state before, if the plan needs it. */
export async function watch(following: Following): Promise<Watch> {
  const { plan, polled, args } = following;
  if (!polled)
    return async () => ({ state: "open", why: `${plan.tool}, which shows its state, is not served here` });
  const needsBefore = /\bbefore\b/.test(`${plan.done} ${plan.failed ?? ""}`);
  const before = needsBefore ? await stateBefore(following, polled) : { value: null };

  return async (started) => {
    const answer = started.content.kind === "json" ? started.content.value : null;
    const poll = pollArguments(plan, { arguments: args, answer });
    if (!poll) return { state: "open", why: "the answer does not say what to check" };
    if (before instanceof Fault)
      return { state: "open", args: poll, why: `the state before could not be read: ${before.message}` };
    return follow(following, polled, poll, before.value);
  };
}

async function follow(
  { call, exchange, plan, seconds }: Following,
  polled: ToolModule,
  args: Arguments,
  before: unknown,
): Promise<Followed> {
  const end = performance.now() + seconds * 1000;
  let pause = Math.min(FIRST_PAUSE_SECONDS, plan.everySeconds);
  for (let polls = 1; ; polls += 1) {
    await sleep(Math.max(0, Math.min(pause * 1000, end - performance.now())), call.time.signal);
    const now = await look(exchange, { ...call, about: { ...call.about, tool: polled, args } }, end);
    if (now instanceof Fault && LASTING.includes(now.kind)) return { state: "open", args, why: now.message };
    if (!(now instanceof Fault) && now.content.kind === "json") {
      const scope = { before, now: now.content.value };
      if (plan.failed !== undefined && holds(plan.failed, scope)) return { state: "failed", now };
      if (holds(plan.done, scope)) return { state: "finished", now };
    }
    call.time.tell(`not finished at check ${polls} with ${polled.name}`);
    if (performance.now() >= end)
      return { state: "open", args, why: now instanceof Fault ? now.message : undefined };
    pause = Math.max(plan.everySeconds, now instanceof Fault ? (now.retryAfterSeconds ?? 0) : 0);
  }
}

/** The polled answer before the start: null if there was no record, a Fault if it is unknown. */
async function stateBefore(
  { call, exchange, plan, args }: Following,
  polled: ToolModule,
): Promise<{ readonly value: unknown } | Fault> {
  const poll = pollArguments(plan, { arguments: args });
  if (!poll) return new Fault({ kind: "invalid_arguments", message: "only the answer says what to check." });
  const before = await look(
    exchange,
    { ...call, about: { ...call.about, tool: polled, args: poll } },
    call.time.deadline(),
  );
  if (before instanceof Fault) return before.kind === "not_found" ? { value: null } : before;
  return { value: before.content.kind === "json" ? before.content.value : null };
}

/** The polled answer, or the fault of the poll. A fault that ends the call itself is thrown. */
async function look(exchange: Exchange, call: Call, end: number): Promise<Fetched | Fault> {
  const { tool, args } = call.about;
  return call.pass({ purpose: "poll", tool, args }, () => polledAnswer(exchange, call, end));
}

async function polledAnswer(exchange: Exchange, call: Call, end: number): Promise<Fetched | Fault> {
  const { time, about } = call;
  const patience = AbortSignal.timeout(Math.ceil(Math.max(0, end - performance.now())) + GRACE_MS);
  const { signal, release } = firstOf(time.signal, patience);
  try {
    return await exchange({ ...call, time: { ...time, signal, deadline: () => end } }, about.args);
  } catch (error) {
    time.signal.throwIfAborted();
    if (error instanceof Fault) return error;
    if (!patience.aborted) throw error;
    return new Fault({ kind: "timeout", message: `${about.tool.name} did not answer in time.` });
  } finally {
    release();
  }
}

/** Arguments for the polled tool; undefined if one of them is unknown. */
function pollArguments(plan: PollPlan, scope: Readonly<Record<string, unknown>>): Arguments | undefined {
  const values = Object.entries(plan.arguments).map(
    ([name, expression]) => [name, valueOf(expression, scope)] as const,
  );
  const isKnown = values.every(([, value]) => typeof value === "string" || typeof value === "number");
  return isKnown ? Object.fromEntries(values) : undefined;
}
