import { presentAnswer, presentItems, type Presenting } from "../answer/present-answer.js";
import { readListing } from "../answer/envelope.js";
import { leaving } from "../answer/leaving.js";
import { overflows } from "../answer/present.js";
import { withMeta } from "../answer/outcome-text.js";
import { createRedactor, type RedactionOptions } from "../answer/redact.js";
import { sanitise, TooDeep } from "../answer/sanitise.js";
import { takeShaping, type TakenShaping } from "../answer/shaping.js";
import { checkArguments } from "../arguments/check.js";
import { startCall } from "./call-time.js";
import type { Arguments, CallContext, Caller } from "../contract/caller.js";
import { failed, type Answered, type CallOutcome, type Remarks } from "../contract/outcome.js";
import { createExchange, type Call, type Fetched, type Noted } from "./exchange.js";
import { Fault, faultFrom } from "../contract/fault.js";
import { createCursors, type Position } from "../paging/cursor.js";
import { walk, type Page } from "../paging/walk.js";
import { listsOf } from "../resolve/lists.js";
import type { Resolver } from "../resolve/resolve.js";
import { takeSteering } from "./call-options.js";
import type { PagePlan, PollPlan, ToolModule } from "../contract/tool.js";
import { isRead, type About, type Advice } from "../upstream/about.js";
import type { RequestLimits } from "../upstream/client.js";
import type { RateLimit } from "../contract/outcome.js";
import type { On429 } from "../upstream/retry.js";
import { callTimeout, faultOfUnreadable } from "../upstream/send-faults.js";
import type { Upstream } from "../upstream/upstream.js";
import { watch } from "../wait/follow.js";
import { waitRemark } from "../wait/remark.js";

export interface CallerOptions extends RequestLimits {
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
  /** What the client knows of further tools; without it no work is followed. */
  readonly tools?: OtherTools;
  /** Told of every defect: what was thrown and is no Fault. */
  readonly onDefect?: (error: unknown) => void;
}

/** The tools that exist for the client beside the one that is called. */
export interface OtherTools {
  load(name: string): Promise<ToolModule>;
  /** The name under which the client knows it; undefined for a tool that doesn't exist for it. */
  served(name: string): string | undefined;
}

/** Part of a call's time after which no further page is asked for. */
const TIME_FOR_PAGES = 0.7;

/** The pipeline of a call: check, resolve, build, pace, send, read, shape. */
export function createCaller(options: CallerOptions): Caller {
  const {
    baseUrl,
    upstream,
    on429 = "wait",
    connectMs,
    firstByteMs,
    callMs = 60_000,
    progressMs = 2_000,
    tokenBudget = 20_000,
  } = options;
  const { title } = upstream;
  const cursors = createCursors(options.cursorSecret);
  const redactor = createRedactor(options.redaction, upstream.conceal);
  const exchange = createExchange({ baseUrl, upstream, on429, limits: { connectMs, firstByteMs }, redactor });
  const underWay = new Set<Promise<CallOutcome>>();
  let closed: Promise<void> | undefined;

  async function answer(tool: ToolModule, args: Arguments, context: CallContext): Promise<CallOutcome> {
    const about: About = { title, tool, args, advice: options.advice ?? {} };
    const noted: Noted = {};
    const timeout = () => callTimeout(about, callMs / 1000, noted.written === true);
    const time = startCall(context, callMs, progressMs, timeout);
    const call: Call = { about, time, client: context.client ?? "", noted };
    try {
      if (closed) throw closingFault();
      const answered = await run(call);
      return withMeta(leaving(answered, redactor), { ratelimit: allowance(call) });
    } catch (error) {
      const fault = faultFrom(error);
      if (fault.kind === "internal") options.onDefect?.(error);
      return leaving(failed(fault, allowance(call, fault)), redactor);
    } finally {
      time.end();
      // Even one that failed may have made something that is looked for next.
      if (!isRead(tool)) listsOf(upstream).written();
    }
  }

  async function run(call: Call): Promise<Answered> {
    const { tool } = call.about;
    const { args: own, resolveNames, waitSeconds } = takeSteering(tool, call.about.args);
    const { args: given, ...shapings } = takeShaping(tool, own);
    checkArguments(tool, given);
    const resolution = resolveNames ? await options.resolve?.(call, given, exchange) : undefined;
    const { args, resolved } = resolution ?? { args: given };
    const presenting = presentingOf(tool, shapings, resolved ? { resolved } : {});
    if (tool.request.page) return pages(call, tool.request.page, args, presenting);
    if (tool.poll && waitSeconds > 0) return waited(call, tool.poll, waitSeconds, args, presenting);
    return single(call, await exchange(call, args), presenting);
  }

  function presentingOf(
    tool: ToolModule,
    { shaping, plain }: Pick<TakenShaping, "shaping" | "plain">,
    remarks: Remarks,
  ): Presenting {
    const clean = (value: unknown) => sanitise(value, redactor);
    return { title, read: isRead(tool), shaping, plain, budget: tokenBudget, remarks, clean };
  }

  async function waited(
    call: Call,
    plan: PollPlan,
    seconds: number,
    args: Arguments,
    presenting: Presenting,
  ): Promise<Answered> {
    const served = options.tools?.served(plan.tool);
    const polled = served === undefined ? undefined : await options.tools!.load(plan.tool);
    const follow = await watch({ call, exchange, plan, polled, args, seconds });
    const started = await exchange(call, args);
    call.time.extend(seconds * 1000);
    const followed = await follow(started);
    const remarks = { ...presenting.remarks, waited: waitRemark(followed, plan, served) };
    if (followed.state === "open" || !polled) return single(call, started, { ...presenting, remarks });
    // What is still among the arguments is the starting tool's own.
    const wished = ["view", "fields"]
      .filter((name) => !(name in args))
      .map((name) => [name, call.about.args[name]]);
    const shapings = takeShaping(polled, Object.fromEntries(wished) as Arguments);
    return single(call, followed.now, presentingOf(polled, shapings, remarks));
  }

  async function pages(
    call: Call,
    plan: PagePlan,
    given: Arguments,
    presenting: Presenting,
  ): Promise<Answered> {
    const { tool } = call.about;
    const { limit, cursor, ...args } = given as { limit?: number; cursor?: string };
    const walked = await walk<Fetched>({
      plan,
      from: cursor === undefined ? {} : cursors.open(cursor, tool.name, args),
      limit,
      args,
      fetch: async (page) => pageOf(await exchange(call, { ...args, ...page })),
      enough: (items) => {
        if (call.time.spent() > TIME_FOR_PAGES) return "time";
        return overflows(items, presenting.shaping(), tokenBudget) ? "room" : undefined;
      },
    });
    if ("other" in walked) return single(call, walked.other, presenting);
    const sealed = (position: Position | undefined) => position && cursors.seal(position, tool.name, args);
    const gathered = { ...walked, cursorAfter: (shown: number) => sealed(walked.after(shown)) };
    return readable(call, () => presentItems(gathered, presenting));
  }

  function single(call: Call, { content, headers }: Fetched, presenting: Presenting): Answered {
    return readable(call, () => presentAnswer(content, headers, presenting));
  }

  function readable(call: Call, present: () => Answered): Answered {
    try {
      return present();
    } catch (error) {
      // What nests deeper than the walk over it can go ends that walk, one way or the other.
      if (!(error instanceof TooDeep) && !(error instanceof RangeError)) throw error;
      const message = `${title}'s answer nests too deeply to be read.`;
      throw faultOfUnreadable({ kind: "upstream_unreadable", message }, call.about);
    }
  }

  /** What upstream said last, completed by what is counted here. */
  function allowance({ noted: { ratelimit } }: Call, fault?: Fault): Required<RateLimit> | undefined {
    const counted = upstream.allowance();
    const isLimited = fault?.kind === "rate_limited";
    const limit = ratelimit?.limit ?? counted?.limit;
    if (limit === undefined) return undefined;
    return {
      limit,
      remaining: ratelimit?.remaining ?? (isLimited ? 0 : (counted?.remaining ?? limit)),
      reset: ratelimit?.reset ?? (isLimited ? fault.retryAfterSeconds : undefined) ?? counted?.reset ?? 0,
    };
  }

  async function close(): Promise<void> {
    await Promise.allSettled(underWay);
    if (!options.shared) await upstream.close();
  }

  return {
    call(tool, args, context) {
      const outcome = answer(tool, args, context);
      underWay.add(outcome);
      void outcome.finally(() => underWay.delete(outcome));
      return outcome;
    },
    allowance: upstream.allowance,
    close: () => (closed ??= close()),
  };
}

function pageOf(fetched: Fetched): Page<Fetched> {
  const { content, headers } = fetched;
  const listing = content.kind === "json" ? readListing(content.value, headers, true) : undefined;
  return listing ? { listing } : { other: fetched };
}

function closingFault(): Fault {
  return new Fault({
    kind: "busy",
    message: "This server is shutting down; the call was not sent.",
    next: "Call again.",
  });
}
