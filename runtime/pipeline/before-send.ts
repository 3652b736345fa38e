import type { Arguments, CallContext } from "../contract/caller.js";
import { faultFrom, type Fault } from "../contract/fault.js";
import type { CallOutcome } from "../contract/outcome.js";
import type { ToolModule } from "../contract/tool.js";
import type { BaseUrlOf } from "../request/base-urls.js";
import { buildRequest, type HttpRequest } from "../request/build.js";
import type { CallTime } from "./call-time.js";

/** The id of a name in the arguments. */
export interface Resolved {
  readonly given: string;
  readonly id: string;
  readonly name: string;
}

/** A tool with its final arguments. */
export interface Sendable {
  /** The client's own call, a list for a name look-up, or a poll. */
  readonly purpose: "call" | "lookup" | "poll";
  readonly tool: ToolModule;
  /** Checked, with ids instead of names and without `view` and the other shared arguments. */
  readonly args: Arguments;
  /** The resolved names, by the argument's path. */
  readonly resolved?: Readonly<Record<string, Resolved>>;
}

/** A call before it is sent. Its arguments are checked, its names resolved and its request built. */
export interface ReadyCall extends Sendable {
  /** For a list, the request of the first page. */
  readonly request: HttpRequest;
  /** The call that the client made. Look-ups and polls belong to it. */
  readonly client: { readonly tool: ToolModule; readonly args: Arguments };
  readonly context: CallContext;
  /** Reports what the call waits for, to a client that asked for progress. */
  tell(text: string): void;
}

/** Returns an answer, and the call is not sent; or lets it pass and gets its outcome later. */
type Decision =
  { readonly instead: CallOutcome } | { readonly ended?: (fault: Fault | undefined) => void | Promise<void> };

/**
 * Called before anything of a call is sent, once for each tool and set of arguments. Its time does not count as the
 * call's.
 * @throws Fault to refuse the call
 */
export type BeforeSend = (ready: ReadyCall) => Promise<Decision | undefined>;

/** Does the work of a sendable if the hook lets it pass. The request is given if it is already built. */
export type Pass = <Result>(
  sendable: Sendable,
  work: (request?: HttpRequest) => Promise<Result>,
) => Promise<Result>;

/** Ends a call with the outcome of the hook. */
export class Instead extends Error {
  constructor(readonly outcome: CallOutcome) {
    super("answered before it was sent");
  }
}

export const passAll: Pass = (_, work) => work();

export interface PassParts {
  readonly beforeSend: BeforeSend;
  readonly baseUrlOf: BaseUrlOf;
  readonly client: ReadyCall["client"];
  readonly context: CallContext;
  readonly time: CallTime;
}

/** The check that the requests of one call must pass. */
export function createPass({ beforeSend, baseUrlOf, client, context, time }: PassParts): Pass {
  const passed: Sendable[] = [];
  return async (sendable, work) => {
    const { tool, args } = sendable;
    if (passed.some((one) => isSame(one, sendable))) return work();
    const request = buildRequest(tool.request, args, baseUrlOf(tool.request));
    const ready = { ...sendable, request, client, context, tell: time.tell };
    const decision = await time.hold(() => beforeSend(ready));
    if (decision && "instead" in decision) throw new Instead(decision.instead);
    passed.push(sendable);
    return decision?.ended ? telling(work(request), decision.ended) : work(request);
  };
}

function isSame(one: Sendable, other: Sendable): boolean {
  if (one.purpose !== other.purpose || one.tool.name !== other.tool.name) return false;
  return JSON.stringify(one.args) === JSON.stringify(other.args);
}

async function telling<Result>(
  work: Promise<Result>,
  ended: (fault: Fault | undefined) => void | Promise<void>,
): Promise<Result> {
  const fault = await work.then(
    () => undefined,
    (error: unknown) => faultFrom(error),
  );
  await ended(fault);
  return work;
}
