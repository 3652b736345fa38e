import type { ToolModule } from "./tool.js";

/** Arguments as a client gave them, not yet checked. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a call may do beside answering. */
export interface CallContext {
  /** Aborts when the client cancels or goes away. */
  readonly signal: AbortSignal;
  /** Present when the client asked for progress. */
  readonly progress?: (update: { progress: number; total?: number; message: string }) => void;
}

/** The result of a call as MCP carries it: one text block of compact JSON. */
export interface CallOutcome {
  readonly content: readonly [{ readonly type: "text"; readonly text: string }];
  readonly isError?: true;
  readonly _meta?: Readonly<Record<string, unknown>>;
}

/**
 * Calls one tool with arguments not yet checked, and answers always: whatever goes wrong is an outcome with `isError`.
 * One caller serves one account.
 */
export interface Caller {
  call(tool: ToolModule, args: Arguments, context: CallContext): Promise<CallOutcome>;
  /** Waits for what is under way and closes connections. */
  close(): Promise<void>;
}
