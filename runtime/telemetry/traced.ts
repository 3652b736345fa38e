import { faultFrom } from "../contract/fault.js";
import type { Span, SpanAttributes } from "../contract/trace.js";

/** Does work as a step of a trace. Without a trace it only does the work. */
export function traced<Result>(
  parent: Span | undefined,
  name: string,
  work: (span: Span | undefined) => Promise<Result>,
  attributes?: SpanAttributes,
): Promise<Result> {
  return parent ? step(parent, name, work, attributes) : work(undefined);
}

async function step<Result>(
  parent: Span,
  name: string,
  work: (span: Span) => Promise<Result>,
  attributes: SpanAttributes | undefined,
): Promise<Result> {
  const span = parent.child(name, "internal", attributes);
  try {
    const result = await work(span);
    span.end();
    return result;
  } catch (error) {
    span.end(faultFrom(error).kind);
    throw error;
  }
}
