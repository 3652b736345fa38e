import type { CallOutcome, RateLimit } from "./outcome.js";
import type { Opening } from "./page-to-open.js";
import type { Asking } from "./question.js";
import type { Access, ToolModule } from "./tool.js";
import type { CancelSignal } from "./cancellation.js";
import type { Span, TraceHeaders } from "./trace.js";

/** A client's arguments, not yet checked. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a call may do besides answering. */
export interface CallContext {
  /** Aborts if the client cancels or disconnects. If the reason is a Fault, it is the call's outcome. */
  readonly signal: CancelSignal;
  /** Present if the client asked for progress. */
  readonly progress?: (update: { progress: number; total?: number; message: string }) => void;
  /** Present if the person at the client can be asked. */
  readonly asking?: Asking;
  /** Present if the client can show its person a page of a URL. */
  readonly opening?: Opening;
  /** The caller for fair turns: calls of one client wait behind each other, and clients take turns. */
  readonly client?: string;
  /** The program's own data about the request, such as who calls. The runtime passes it on unread. */
  readonly scope?: unknown;
  readonly watch?: CallWatch;
  /** The id of the request, for results, logs and the API; a new one if it is absent. */
  readonly requestId?: string;
  /** The span of the request, and during the call the call's own. Absent if nothing is traced. */
  readonly trace?: Span;
  /** The client's trace in `_meta`. */
  readonly traceHeaders?: TraceHeaders;
  /** How the client is connected: by HTTP, or by streams if it is absent. */
  readonly transport?: "tcp";
  /** The program that makes the call. It gets answers whole: all fields, and no cut at a token budget. */
  readonly program?: ProgramCall;
  /** Called for calls that never reach the caller, so that the log has them too. */
  readonly unsent?: (call: UnsentCall) => void;
}

/** A call that sends no request itself: of a workflow, or one that is refused before it reaches its tool. */
export interface UnsentCall {
  readonly tool: string;
  /** Absent if the tool does not exist for the client. */
  readonly access?: Access;
  readonly args: Arguments;
  readonly outcome: CallOutcome;
  /** The program that makes the call. */
  readonly program?: ProgramCall;
}

/** A call of a program. */
export interface ProgramCall {
  readonly id: string;
  /** The number of the call in the program, from 1. */
  readonly call: number;
}

/** Watches the requests that a call sends. */
export interface CallWatch {
  /** Runs right before each request is sent, after all waiting. @throws Fault to stop the request */
  beforeRequest(tool: ToolModule): Promise<void>;
  /** Runs when a request is sent. */
  requestSent(tool: ToolModule): void;
  /** Called with the status of each answer, and the bytes of its body. */
  answered(status: number, bytes: number): void;
}

/** Calls tools under one account. A call never throws: every error is an outcome with a fault. */
export interface Caller {
  call(tool: ToolModule, args: Arguments, context: CallContext): Promise<CallOutcome>;
  /** The account's remaining allowance by our own count; undefined if it is not counted. */
  allowance?(): Required<RateLimit> | undefined;
  /** Waits for running calls and closes connections. */
  close(): Promise<void>;
}
