import type { ToolModule } from "./tool.js";
import type { RateLimit } from "../upstream/ratelimit.js";

/** Arguments as a client gave them, not yet checked. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a call may do beside answering. */
export interface CallContext {
  /** Aborts when the client cancels or goes away. */
  readonly signal: AbortSignal;
  /** Present when the client asked for progress. */
  readonly progress?: (update: { progress: number; total?: number; message: string }) => void;
  /** Present where the person at the client can be asked something. */
  readonly asking?: Asking;
  /** Whose turn it is: calls of one client wait behind each other, clients take turns. */
  readonly client?: string;
}

/** A question for the person at the client, which they answer with yes or no. */
export interface Question {
  /** What the person reads. */
  readonly message: string;
  /** What they agree to, beside the box that they tick. */
  readonly label: string;
  /** Names the question when its answer comes. The client holds it meanwhile, and might change it. */
  readonly state: string;
}

export type Answer = "yes" | "no";

/** How a question reaches the person at the client. */
export type Asking =
  /** As the call's outcome; the client makes the same call again, with the answer. */
  | { readonly way: "outcome"; readonly answered?: { readonly state: string; readonly answer: Answer } }
  /** As a message while the call waits; the answer is a request of its own, which any replica may get. */
  | { readonly way: "message"; send(question: Question): void };

/** The result of a call as MCP carries it: one text block of compact JSON. */
export interface CallOutcome {
  readonly content: readonly [{ readonly type: "text"; readonly text: string }];
  /** The text's value once more, for a tool that lists an output schema. */
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly isError?: true;
  /** Asks instead of answering, where the context says that this way is open; the text is for all others. */
  readonly question?: Question;
  readonly _meta?: Readonly<Record<string, unknown>>;
}

/**
 * Calls one tool with arguments not yet checked, and answers always: whatever goes wrong is an outcome with `isError`.
 * One caller serves one account.
 */
export interface Caller {
  call(tool: ToolModule, args: Arguments, context: CallContext): Promise<CallOutcome>;
  /** What is left of the account's allowance, as it is counted here; nothing where it isn't. */
  allowance?(): Required<RateLimit> | undefined;
  /** Waits for what is under way and closes connections. */
  close(): Promise<void>;
}
