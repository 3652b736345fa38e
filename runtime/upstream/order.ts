import type { CancelSignal } from "../contract/cancellation.js";
import type { Span } from "../contract/trace.js";
import type { HttpRequest } from "../request/build.js";
import type { RequestLimits } from "./client.js";

/** On a 429: the caller gets it, or a read waits as long as upstream asks. */
export type On429 = "pass" | "wait";

/** A request with its conditions. */
export interface Order {
  readonly request: HttpRequest;
  /** It changes nothing, so it may be sent twice. */
  readonly read: boolean;
  readonly caller: string;
  readonly on429: On429;
  readonly limits?: RequestLimits;
  readonly signal: CancelSignal;
  /** On performance.now()'s clock. No wait exceeds it. */
  readonly deadline: number;
  /** Called with what the order waits for. */
  readonly stage: (text: string) => void;
  /** Runs when its turn has come, before each attempt. @throws Fault to stop the request */
  readonly beforeRequest?: () => Promise<void> | undefined;
  /** Called when its turn has come and the request is sent. */
  readonly goesOut?: () => void;
  /** Sent with the request, so that the API's log can be searched for it. */
  readonly requestId?: string;
  /** The span under which waiting and sending are recorded. */
  readonly trace?: Span;
  /** The operation's path with its parameters' names. */
  readonly urlTemplate?: string;
}
