import { readAnswer, type Content } from "../answer/read.js";
import { isFileType } from "../answer/decode.js";
import type { Redactor } from "../answer/sanitise.js";
import { MOST_WEIGHT, ownTurn, weightOf } from "../answer/weight.js";
import type { CallTime } from "./call-time.js";
import type { Arguments, CallContext } from "../contract/caller.js";
import { Fault } from "../contract/fault.js";
import type { BaseUrlOf } from "../request/base-urls.js";
import { buildRequest, type HttpRequest } from "../request/build.js";
import type { Pass } from "./before-send.js";
import { isRead, type About } from "../upstream/about.js";
import type { Answer } from "../contract/answer.js";
import type { RequestLimits } from "../upstream/client.js";
import { faultOf, kindOf } from "../upstream/fault-of.js";
import type { RateLimit } from "../contract/outcome.js";
import type { HeaderValues } from "../contract/answer.js";
import { readRateLimit } from "../upstream/ratelimit.js";
import type { On429 } from "../upstream/order.js";
import { SendFailure } from "../upstream/send-failure.js";
import { faultOfFailure, faultOfUnreadable } from "../upstream/send-faults.js";
import type { Upstream } from "../upstream/upstream.js";

/** One running call. */
export interface Call {
  readonly about: About;
  readonly time: CallTime;
  readonly context: CallContext;
  /** A check that every request passes before it is sent. */
  readonly pass: Pass;
  readonly noted: Noted;
}

/** What a call's requests have shown so far. */
export interface Noted {
  /** The allowance in upstream's last answer. */
  ratelimit?: RateLimit;
  /** A request that may change something was sent. */
  written?: true;
}

/** The content of a successful answer, and its headers. */
export interface Fetched {
  readonly content: Content;
  readonly headers: HeaderValues;
  /** How much work the answer causes. */
  readonly weight: number;
}

interface Parts {
  readonly baseUrlOf: BaseUrlOf;
  readonly upstream: Upstream;
  readonly on429: On429;
  readonly limits: RequestLimits;
  readonly redactor: Redactor;
}

/**
 * Paces, sends and reads one request.
 * @param built the request, if it is already built
 * @throws Fault for every error
 */
export type Exchange = (call: Call, args: Arguments, built?: HttpRequest) => Promise<Fetched>;

export function createExchange({ baseUrlOf, upstream, on429, limits, redactor }: Parts): Exchange {
  async function sent(
    { time, context, noted }: Call,
    about: About,
    built: HttpRequest | undefined,
  ): Promise<Answer> {
    const { tool, args } = about;
    const read = isRead(tool);
    const request = built ?? buildRequest(tool.request, args, baseUrlOf(tool.request));
    const { signal, deadline, stage } = time;
    const { watch } = context;
    try {
      const answer = await upstream.send({
        request,
        read,
        caller: context.client ?? "",
        on429,
        limits,
        signal,
        deadline: deadline(),
        stage,
        requestId: context.requestId,
        trace: context.trace,
        urlTemplate: tool.request.path,
        beforeRequest: () => watch?.beforeRequest(tool),
        goesOut: () => {
          if (!read) noted.written = true;
          watch?.requestSent(tool);
        },
      });
      watch?.answered(answer.status, answer.body.length);
      return answer;
    } catch (error) {
      throw error instanceof SendFailure ? faultOfFailure(error, about) : error;
    }
  }

  return async (call, args, built) => {
    const about = { ...call.about, args };
    const answer = await sent(call, about, built);
    call.noted.ratelimit = readRateLimit(answer.headers, Date.now()) ?? call.noted.ratelimit;
    const windowSeconds = Math.max(1, upstream.allowance()?.reset ?? 1);
    if (kindOf(answer.status)) throw faultOf(answer, about, redactor, windowSeconds);
    const { headers, status } = answer;
    await ownTurn(answer.body.length);
    const weight = weightOf(answer.body);
    if (weight > MOST_WEIGHT && !isFileType(headers["content-type"]))
      throw faultOfFailure(new SendFailure("reading", "too_large", undefined, status), about);
    await ownTurn(weight);
    try {
      return {
        content: readAnswer(answer, upstream.title, redactor, about.tool.request.method),
        headers,
        weight,
      };
    } catch (error) {
      throw error instanceof Fault ? faultOfUnreadable(error, about) : error;
    }
  };
}
