import type { KeyObject } from "node:crypto";
import { leaving } from "../answer/leaving.js";
import { withMeta } from "../answer/outcome-text.js";
import { createRedactor, type RedactionOptions } from "../answer/redact.js";
import type { Redactor } from "../answer/sanitise.js";
import { checkArguments, refuseTooMany } from "../arguments/check.js";
import { withListsApart } from "../arguments/comma-lists.js";
import type { Arguments, CallContext, Caller } from "../contract/caller.js";
import { Fault, faultFrom } from "../contract/fault.js";
import { failed, type Answered, type CallOutcome } from "../contract/outcome.js";
import type { ToolModule } from "../contract/tool.js";
import { createCursors } from "../paging/cursor.js";
import { baseUrls, type BaseUrlOf } from "../request/base-urls.js";
import { listsOf } from "../resolve/lists.js";
import type { Choices } from "../resolve/choices.js";
import type { Resolver } from "../resolve/resolve.js";
import type { About, Advice } from "../upstream/about.js";
import type { RequestLimits } from "../upstream/client.js";
import type { On429 } from "../upstream/order.js";
import { callTimeout } from "../upstream/send-faults.js";
import type { Upstream } from "../upstream/upstream.js";
import { allowanceAfter } from "./allowance.js";
import { createPass, Instead, passAll, type BeforeSend } from "./before-send.js";
import { startCall } from "./call-time.js";
import { withCurrentNames } from "./former-arguments.js";
import { createExchange, type Call, type Noted } from "./exchange.js";
import { ignoredArguments } from "./ignored-arguments.js";
import { readPages } from "./pages.js";
import { takeSharedArguments } from "./shared-arguments.js";
import { createShow } from "./show.js";
import { startAndWait, type OtherTools } from "./waiting.js";

export interface CallerOptions extends RequestLimits {
  readonly baseUrl: string;
  /** URLs of the API's further origins, by name. */
  readonly origins?: Readonly<Record<string, string>>;
  /** The account's connections, rate limit and health; closed with the caller unless `shared`. */
  readonly upstream: Upstream;
  readonly shared?: boolean;
  readonly on429?: On429;
  /** Time limit of a call in milliseconds; 60,000. */
  readonly callMs?: number;
  /** Milliseconds between two progress messages; 2,000. */
  readonly progressMs?: number;
  /** Tokens of a result; 20,000. */
  readonly tokenBudget?: number;
  /** Largest file of an answer that is passed on, in bytes; 1 MB. 0 passes none on. */
  readonly mostMediaBytes?: number;
  /** Maximum requests of one call for the pages of a list; 25. */
  readonly mostPages?: number;
  readonly redaction?: RedactionOptions;
  /** Signs cursors. The same in all processes that serve the same clients. */
  readonly cursorKey?: () => KeyObject;
  readonly advice?: Advice;
  readonly resolve?: Resolver;
  /** Names what a missing argument takes. */
  readonly choices?: Choices;
  /** The client's other tools. Without them no work is polled. */
  readonly tools?: OtherTools;
  /** Decides about each call before it is sent. */
  readonly beforeSend?: BeforeSend;
  /** Called with every bug: an error that is not a Fault. */
  readonly onDefect?: (error: unknown) => void;
}

/** The pipeline of a call: check, resolve, ask, pace, send, read, shape. */
export function createCaller(options: CallerOptions): Caller {
  const { upstream, callMs = 60_000, progressMs = 2_000 } = options;
  const { title } = upstream;
  const redactor = createRedactor(options.redaction, upstream.conceal);
  const baseUrlOf = baseUrls(options.baseUrl, options.origins);
  const run = createRun(options, baseUrlOf, redactor);
  let underWay = 0;
  let idle: () => void = () => {};
  let closed: Promise<void> | undefined;

  async function call(tool: ToolModule, args: Arguments, context: CallContext): Promise<CallOutcome> {
    underWay += 1;
    const about: About = { title, tool, args, advice: options.advice ?? {} };
    const noted: Noted = {};
    const timeout = () => callTimeout(about, callMs / 1000, noted.written === true);
    const time = startCall(context, callMs, progressMs, timeout);
    const { beforeSend } = options;
    const client = { tool, args };
    const pass = beforeSend ? createPass({ beforeSend, baseUrlOf, client, context, time }) : passAll;
    try {
      if (closed) throw closingFault();
      const answered = await run({ about, time, context, pass, noted });
      return withMeta(leaving(answered, redactor), { ratelimit: allowanceAfter(upstream, noted.ratelimit) });
    } catch (error) {
      if (error instanceof Instead) return leaving(error.outcome, redactor);
      const fault = faultFrom(error);
      if (fault.kind === "internal") options.onDefect?.(error);
      return leaving(failed(fault, allowanceAfter(upstream, noted.ratelimit, fault)), redactor);
    } finally {
      time.end();
      // Even a failed call may have created something that the next one looks for.
      if (noted.written) listsOf(upstream).written();
      underWay -= 1;
      if (underWay === 0) idle();
    }
  }

  async function close(): Promise<void> {
    if (underWay > 0) await new Promise<void>((resolve) => (idle = resolve));
    if (!options.shared) await upstream.close();
  }

  return {
    call,
    allowance: upstream.allowance,
    close: () => (closed ??= close()),
  };
}

/** Larger files cost more than clients accept in one result. */
const MOST_MEDIA_BYTES = 1_000_000;

/** The stages of a call. @throws Fault for every error */
function createRun(
  options: CallerOptions,
  baseUrlOf: BaseUrlOf,
  redactor: Redactor,
): (call: Call) => Promise<Answered> {
  const { upstream, on429 = "wait", connectMs, firstByteMs, tokenBudget = 20_000 } = options;
  const { mostMediaBytes = MOST_MEDIA_BYTES } = options;
  const exchange = createExchange({
    baseUrlOf,
    upstream,
    on429,
    limits: { connectMs, firstByteMs },
    redactor,
  });
  const show = createShow(upstream.title, redactor, { budget: tokenBudget, mostMediaBytes });
  const cursors = createCursors(options.cursorKey);
  const pages = { exchange, cursors, show, mostRequests: options.mostPages ?? 25 };
  const waiting = { exchange, show, tools: options.tools };

  return async (call) => {
    const { tool } = call.about;
    refuseTooMany(call.about.args);
    const current = withCurrentNames(tool, call.about.args, new Date());
    const taken = await takeSharedArguments(tool, current.args, call.context.program !== undefined);
    try {
      checkArguments(tool, withListsApart(tool.request, taken.args));
    } catch (error) {
      if (!options.choices || !taken.resolveNames || !(error instanceof Fault)) throw error;
      throw await options.choices(error, { call, exchange });
    }
    const resolution = taken.resolveNames ? await options.resolve?.(call, taken.args, exchange) : undefined;
    const { args, resolved } = resolution ?? { args: taken.args };
    const sendable = { purpose: "call" as const, tool, args, resolved };
    const ignored = ignoredArguments(tool, args);
    const remarks = { ...current.remarks, ...ignored, ...(resolved ? { resolved } : {}) };
    const presenting = show.presenting(tool, taken, remarks, call.context);
    const prepared = { sendable, presenting };
    const { poll } = tool;
    const { page } = tool.request;
    if (page) return readPages(call, page, prepared, pages);
    if (poll && taken.waitSeconds > 0)
      return startAndWait(call, { plan: poll, seconds: taken.waitSeconds }, prepared, waiting);
    return call.pass(sendable, async (request) =>
      show.answer(call, await exchange(call, args, request), presenting),
    );
  };
}

function closingFault(): Fault {
  return new Fault({
    kind: "busy",
    message: "This server is shutting down. The call was not sent.",
    next: "Call again.",
  });
}
