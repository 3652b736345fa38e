import type { Arguments, CallContext } from "../contract/caller.js";
import { faultFrom, type Fault } from "../contract/fault.js";
import type { CallOutcome } from "../contract/outcome.js";
import type { ToolModule } from "../contract/tool.js";
import type { BaseUrlOf } from "../request/base-urls.js";
import { buildRequest, type HttpRequest } from "../request/build.js";
import type { CallTime } from "./call-time.js";

/** What a name in the arguments became. */
export interface Resolved {
  readonly given: string;
  readonly id: string;
  readonly name: string;
}

/** A tool with the arguments that it is about to be sent with. */
export interface Sendable {
  /** The client's own call; a list that is read to resolve a name; or a look at work that goes on. */
  readonly purpose: "call" | "lookup" | "poll";
  readonly tool: ToolModule;
  /** Checked, with ids in place of names and without `view` and the like. */
  readonly args: Arguments;
  /** What became of names, by the argument's path. */
  readonly resolved?: Readonly<Record<string, Resolved>>;
}

/** A call that is about to be sent. Its arguments are checked, its names resolved and its request built. */
export interface ReadyCall extends Sendable {
  /** For pages of a list: the first one. */
  readonly request: HttpRequest;
  /** The call that the client made. Look-ups and polls serve it. */
  readonly client: { readonly tool: ToolModule; readonly args: Arguments };
  readonly context: CallContext;
  /** Says what the call waits for, to a client that asked for progress. */
  tell(text: string): void;
}

/** Answers in place of the call, which is then not sent; or lets it pass and is told how it ended. */
type Decision =
  { readonly instead: CallOutcome } | { readonly ended?: (fault: Fault | undefined) => void | Promise<void> };

/**
 * Called before anything of a call is sent, once for each tool and set of arguments that it uses. The time that it takes
 * does not count as the call's.
 * @throws Fault to refuse the call
 */
export type BeforeSend = (ready: ReadyCall) => Promise<Decision | undefined>;

/** Does the work of a sendable once the hook lets it pass. The request is given where it is built already. */
export type Pass = <Result>(
  sendable: Sendable,
  work: (request?: HttpRequest) => Promise<Result>,
) => Promise<Result>;

/** Ends a call with the outcome that the hook gave in its place. */
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

/** What lets the requests of one call pass. */
export function createPass({ beforeSend, baseUrlOf, client, context, time }: PassParts): Pass {
  const passed = new Set<string>();
  return async (sendable, work) => {
    const { purpose, tool, args } = sendable;
    const key = JSON.stringify([purpose, tool.name, args]);
    if (passed.has(key)) return work();
    const request = buildRequest(tool.request, args, baseUrlOf(tool.request));
    const ready = { ...sendable, request, client, context, tell: time.tell };
    const decision = await time.hold(() => beforeSend(ready));
    if (decision && "instead" in decision) throw new Instead(decision.instead);
    passed.add(key);
    return decision?.ended ? telling(work(request), decision.ended) : work(request);
  };
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
