import { answerText, listText, type Presenting } from "./answer/answer-text.js";
import { readListing } from "./answer/envelope.js";
import { overflows } from "./answer/present.js";
import { readAnswer, type Content } from "./answer/read.js";
import { createRedactor, type RedactionOptions } from "./answer/redact.js";
import { sanitise, TooDeep } from "./answer/sanitise.js";
import { takeShaping } from "./answer/shaping.js";
import { checkArguments } from "./arguments/check.js";
import { startCall, type CallTime } from "./call-time.js";
import type { Arguments, CallContext, Caller, CallOutcome } from "./caller.js";
import { Fault } from "./fault.js";
import { faultFrom, faultOutcome, outcome } from "./fault-result.js";
import { createCursors, type Position } from "./paging/cursor.js";
import { walk, type Page } from "./paging/walk.js";
import { buildRequest } from "./request/build.js";
import type { PagePlan, ToolModule } from "./tool.js";
import { isRead, type About, type Advice } from "./upstream/about.js";
import type { Answer } from "./upstream/client.js";
import { faultOf, kindOf } from "./upstream/fault-of.js";
import { readRateLimit, type HeaderValues, type RateLimit } from "./upstream/ratelimit.js";
import type { On429 } from "./upstream/retry.js";
import { SendFailure } from "./upstream/send-failure.js";
import { callTimeout, faultOfFailure, faultOfUnreadable } from "./upstream/silence.js";
import type { Upstream } from "./upstream/upstream.js";

/** Turns names in arguments into ids before anything is written; `resolved` is told in the result. */
export type Resolver = (
  tool: ToolModule,
  args: Arguments,
  signal: AbortSignal,
) => Promise<{ readonly args: Arguments; readonly resolved?: Readonly<Record<string, unknown>> }>;

export interface CallerOptions {
  readonly baseUrl: string;
  /** The account's connections, pace and health; closed with the caller unless `shared`. */
  readonly upstream: Upstream;
  readonly shared?: boolean;
  readonly on429?: On429;
  /** Milliseconds of a whole call; 60,000. */
  readonly callMs?: number;
  /** Milliseconds after which progress is told, and between two tellings; 2,000. */
  readonly progressMs?: number;
  /** Tokens of a result; 20,000. */
  readonly tokenBudget?: number;
  readonly redaction?: RedactionOptions;
  /** Signs cursors; the same in all processes that serve the same clients. */
  readonly cursorSecret?: string | Uint8Array;
  readonly advice?: Advice;
  readonly resolve?: Resolver;
  /** Told of every defect: what was thrown and is no Fault. */
  readonly onDefect?: (error: unknown) => void;
}

/** A context that says whose turn it is: calls of one client wait behind each other, clients take turns. */
export interface ClientContext extends CallContext {
  readonly client?: string;
}

/** A part of the time that must be left for another page's request. */
const TIME_FOR_PAGES = 0.7;

/** The pipeline of a call: check, resolve, build, pace, send, read, shape. */
export function createCaller(options: CallerOptions): Caller {
  const {
    baseUrl,
    upstream,
    shared,
    on429 = "wait",
    callMs = 60_000,
    progressMs = 2_000,
    tokenBudget = 20_000,
  } = options;
  const { title } = upstream;
  const cursors = createCursors(options.cursorSecret);
  const redactor = createRedactor(options.redaction, upstream.conceal);
  const underWay = new Set<Promise<CallOutcome>>();
  let closing = false;

  async function answered(tool: ToolModule, given: Arguments, context: ClientContext): Promise<CallOutcome> {
    const about: About = { title, tool, args: given, advice: options.advice ?? {} };
    const time = startCall(context, callMs, progressMs, () => callTimeout(about, callMs / 1000));
    const call: Call = { about, time, client: context.client ?? "", ratelimit: undefined };
    try {
      if (closing) throw closingFault();
      const text = await run(call);
      return outcome(text, { ratelimit: allowance(call) });
    } catch (error) {
      const fault = faultFrom(error);
      if (fault.kind === "internal") options.onDefect?.(error);
      return faultOutcome(fault, allowance(call, fault));
    } finally {
      time.end();
    }
  }

  async function run(call: Call): Promise<string> {
    const { tool } = call.about;
    const { args: given, shaping, plain } = takeShaping(tool, call.about.args);
    checkArguments(tool, given);
    const { args, resolved } = (await options.resolve?.(tool, given, call.time.signal)) ?? { args: given };
    const remarks = resolved ? { resolved } : {};
    const clean = (value: unknown) => cleaned(value, call.about);
    const presenting = { title, read: isRead(tool), shaping, plain, budget: tokenBudget, remarks, clean };
    if (tool.request.page) return pages(call, tool.request.page, args, presenting);
    const { content, headers } = await fetched(call, args);
    return answerText(content, headers, presenting);
  }

  async function pages(
    call: Call,
    plan: PagePlan,
    given: Arguments,
    presenting: Presenting,
  ): Promise<string> {
    const { tool } = call.about;
    const { limit, cursor, ...args } = given as { limit?: number; cursor?: string };
    const from = cursor === undefined ? {} : cursors.open(cursor, tool.name, args);
    const { shaping, budget } = presenting;
    const walked = await walk<Fetched>({
      plan,
      from,
      limit,
      args,
      fetch: (page) => fetchedPage(call, { ...args, ...page }),
      enough: (items) =>
        call.time.spent() > TIME_FOR_PAGES ? "time" : overflows(items, shaping, budget) ? "room" : undefined,
    });
    if ("other" in walked) return answerText(walked.other.content, walked.other.headers, presenting);
    const sealed = (position: Position | undefined) => position && cursors.seal(position, tool.name, args);
    return listText({ ...walked, cursorAfter: (shown) => sealed(walked.after(shown)) }, presenting);
  }

  async function fetchedPage(call: Call, args: Arguments): Promise<Page<Fetched>> {
    const other = await fetched(call, args);
    const listing =
      other.content.kind === "json" ? readListing(other.content.value, other.headers, true) : undefined;
    return listing ? { listing } : { other };
  }

  async function fetched(call: Call, args: Arguments): Promise<Fetched> {
    const about = { ...call.about, args };
    const answer = await sent(call, args, about);
    call.ratelimit = readRateLimit(answer.headers, Date.now()) ?? call.ratelimit;
    if (kindOf(answer.status)) throw faultOf(answer, about, redactor, windowSeconds());
    try {
      return { content: readAnswer(answer, title), headers: answer.headers };
    } catch (error) {
      throw error instanceof Fault ? faultOfUnreadable(error, about) : error;
    }
  }

  async function sent(
    { about: { tool }, time, client }: Call,
    args: Arguments,
    about: About,
  ): Promise<Answer> {
    const request = buildRequest(tool.request, args, baseUrl);
    const { signal, deadline, stage } = time;
    try {
      return await upstream.send({
        request,
        read: isRead(tool),
        caller: client,
        on429,
        signal,
        deadline,
        stage,
      });
    } catch (error) {
      throw error instanceof SendFailure ? faultOfFailure(error, about) : error;
    }
  }

  function cleaned(value: unknown, about: About): unknown {
    try {
      return sanitise(value, redactor);
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
      const fault = {
        kind: "upstream_unreadable",
        message: `${title}'s answer nests too deeply to be read.`,
      } as const;
      throw faultOfUnreadable(fault, about);
    }
  }

  /** What upstream said last, completed by what is counted here. */
  function allowance({ ratelimit }: Call, fault?: Fault): Required<RateLimit> {
    const counted = upstream.allowance();
    const isLimited = fault?.kind === "rate_limited";
    return {
      limit: ratelimit?.limit ?? counted.limit,
      remaining: ratelimit?.remaining ?? (isLimited ? 0 : counted.remaining),
      reset: ratelimit?.reset ?? (isLimited ? fault.retryAfterSeconds : undefined) ?? counted.reset,
    };
  }

  function windowSeconds(): number {
    return Math.max(1, upstream.allowance().reset);
  }

  return {
    call(tool, args, context) {
      const outcome = answered(tool, args, context);
      underWay.add(outcome);
      void outcome.finally(() => underWay.delete(outcome));
      return outcome;
    },
    async close() {
      closing = true;
      await Promise.allSettled(underWay);
      if (!shared) await upstream.close();
    },
  };
}

/** One call under way. */
interface Call {
  readonly about: About;
  readonly time: CallTime;
  readonly client: string;
  /** What upstream said of the allowance in its last answer to this call. */
  ratelimit: RateLimit | undefined;
}

interface Fetched {
  readonly content: Content;
  readonly headers: HeaderValues;
}

function closingFault(): Fault {
  return new Fault({
    kind: "busy",
    message: "This server is shutting down; the call was not sent.",
    next: "Call again.",
  });
}
