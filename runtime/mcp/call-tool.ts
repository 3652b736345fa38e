import type { Arguments, CallContext } from "../contract/caller.js";
import type { CallOutcome } from "../contract/outcome.js";

/**
 * Calls a tool by any of its names.
 * @throws ProtocolError -32602 for a tool that does not exist here; any other error is an outcome
 */
export type CallTool = (name: string, args: Arguments, context: CallContext) => Promise<CallOutcome>;
