import type { CallOutcome, RateLimit } from "./outcome.js";
import type { Asking } from "./question.js";
import type { ToolModule } from "./tool.js";

/** Arguments as a client gave them, not yet checked. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a call may do beside answering. */
export interface CallContext {
  /** Aborts when the client cancels or goes away. A Fault as its reason is the call's outcome. */
  readonly signal: AbortSignal;
  /** Present when the client asked for progress. */
  readonly progress?: (update: { progress: number; total?: number; message: string }) => void;
  /** Present where the person at the client can be asked something. */
  readonly asking?: Asking;
  /** Whose turn it is: calls of one client wait behind each other, clients take turns. */
  readonly client?: string;
  /** What the program around the runtime knows of the request, such as who calls. The runtime passes it on unread. */
  readonly scope?: unknown;
  readonly watch?: CallWatch;
}

/** Follows the requests that a call sends. */
export interface CallWatch {
  /** Runs right before each request is sent, after all waiting. @throws Fault to stop the request */
  beforeRequest(tool: ToolModule): Promise<void>;
  /** Runs when a request is sent. */
  requestSent(tool: ToolModule): void;
  /** Gets the status of each answer. */
  answered(status: number): void;
}

/** Calls tools under one account. A call never throws: whatever goes wrong is an outcome with a fault. */
export interface Caller {
  call(tool: ToolModule, args: Arguments, context: CallContext): Promise<CallOutcome>;
  /** What is left of the account's allowance, as it is counted here; nothing where it isn't. */
  allowance?(): Required<RateLimit> | undefined;
  /** Waits for what is under way and closes connections. */
  close(): Promise<void>;
}
