import type { Span, TraceHeaders } from "../contract/trace.js";

const TRACEPARENT = /^[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/;
/** Printable ASCII, as in a header. */
const TRACESTATE = /^[\x20-\x7e]{1,512}$/;

/**
 * The headers of a trace in a request's headers or in `_meta`. An invalid trace is ignored, as the standard demands, so
 * a client cannot send anything else upstream.
 */
export function traceHeadersIn(fields: Readonly<Record<string, unknown>>): TraceHeaders | undefined {
  const { traceparent, tracestate } = fields;
  if (typeof traceparent !== "string" || !TRACEPARENT.test(traceparent)) return undefined;
  return typeof tracestate === "string" && TRACESTATE.test(tracestate)
    ? { traceparent, tracestate }
    : { traceparent };
}

/** A span that records nothing and passes the client's trace on, for a process that does not trace. */
export function forwarding(headers: TraceHeaders): Span {
  const span: Span = { child: () => span, set: () => {}, end: () => {}, headers: () => headers };
  return span;
}
