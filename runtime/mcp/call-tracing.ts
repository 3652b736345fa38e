import { withMeta } from "../answer/outcome-text.js";
import type { CallContext } from "../contract/caller.js";
import type { CallOutcome } from "../contract/outcome.js";
import type { Span, SpanAttributes, Tracing } from "../contract/trace.js";
import { attributes, EXECUTE_TOOL, spans, TOOL_ERROR } from "../telemetry/names.js";
import { forwarding } from "../telemetry/trace-headers.js";

/** Makes a call with its request id and its span. */
type Track = (
  /** The name of the tool; undefined if no such tool exists, because a client may choose any name. */
  tool: string | undefined,
  context: CallContext,
  call: (context: CallContext) => Promise<CallOutcome>,
) => Promise<CallOutcome>;

/** Gives each call a request id, which its result shows. With tracing, each call has a span. */
export function createCallTracing(tracing: Tracing | undefined): Track {
  return async (tool, context, call) => {
    const { requestId = newRequestId() } = context;
    const trace = callSpan(tracing, tool, context, requestId);
    try {
      const outcome = await call({ ...context, requestId, trace });
      if (outcome.fault) trace?.set({ [attributes.faultKind]: outcome.fault.kind });
      trace?.end(outcome.fault ? TOOL_ERROR : undefined);
      return withMeta(outcome, { ...outcome.meta, request_id: requestId });
    } catch (error) {
      trace?.end(String((error as { code?: unknown }).code ?? "internal"));
      throw error;
    }
  };
}

/** It only distinguishes calls. Strong random numbers would load a part of Node that takes milliseconds. */
function newRequestId(): string {
  const part = () =>
    Math.floor(Math.random() * 2 ** 32)
      .toString(16)
      .padStart(8, "0");
  return `req_${part()}${part()}${part()}${part()}`;
}

/**
 * The span of a call. Its parent is the client's span in `_meta`, by the conventions even over HTTP, where it links the
 * span of the HTTP request.
 */
function callSpan(
  tracing: Tracing | undefined,
  tool: string | undefined,
  context: CallContext,
  requestId: string,
): Span | undefined {
  const { trace, traceHeaders, transport = "pipe" } = context;
  if (!tracing) return traceHeaders ? forwarding(traceHeaders) : trace;
  const name = tool === undefined ? spans.callTool : `${spans.callTool} ${tool}`;
  const about: SpanAttributes = {
    [attributes.mcpMethod]: spans.callTool,
    [attributes.operation]: EXECUTE_TOOL,
    [attributes.tool]: tool,
    [attributes.transport]: transport,
    [attributes.requestId]: requestId,
  };
  if (traceHeaders) return tracing.begin(name, "server", { headers: traceHeaders, link: trace }, about);
  return trace ? trace.child(name, "server", about) : tracing.begin(name, "server", {}, about);
}
