import {
  type Context,
  createTraceState,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span as OtelSpan,
  SpanKind as OtelKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import type { Span, SpanAttributes, SpanKind, TraceHeaders, Tracing } from "../contract/trace.js";
import { attributes as names } from "./names.js";

const kinds: Readonly<Record<SpanKind, OtelKind>> = {
  server: OtelKind.SERVER,
  client: OtelKind.CLIENT,
  internal: OtelKind.INTERNAL,
};

/**
 * Records spans with OpenTelemetry. Parents are passed explicitly, so OpenTelemetry needs no context manager.
 * @param tracer of a provider that exports spans
 */
export function createTracing(tracer: Tracer): Tracing {
  return {
    begin(name, kind, { headers, link } = {}, given) {
      const linked = link instanceof RecordedSpan ? [{ context: link.own.spanContext() }] : undefined;
      const parent = headers ? remoteContext(headers) : ROOT_CONTEXT;
      const own = tracer.startSpan(name, { kind: kinds[kind], links: linked }, parent);
      return new RecordedSpan(tracer, own, given);
    },
  };
}

/** A class, because each call makes several of them and closures cost more. */
class RecordedSpan implements Span {
  #context: Context | undefined;

  constructor(
    private readonly tracer: Tracer,
    readonly own: OtelSpan,
    given: SpanAttributes | undefined,
  ) {
    // OpenTelemetry copies attributes that are passed to startSpan three times.
    if (given) own.setAttributes(given);
  }

  child(name: string, kind: SpanKind, given?: SpanAttributes, startTime?: number): Span {
    this.#context ??= trace.setSpan(ROOT_CONTEXT, this.own);
    const own = this.tracer.startSpan(name, { kind: kinds[kind], startTime }, this.#context);
    return new RecordedSpan(this.tracer, own, given);
  }

  set(more: SpanAttributes): void {
    this.own.setAttributes(more);
  }

  end(error?: string): void {
    if (error !== undefined)
      this.own.setAttribute(names.errorType, error).setStatus({ code: SpanStatusCode.ERROR });
    this.own.end();
  }

  headers(): TraceHeaders {
    const { traceId, spanId, traceFlags, traceState } = this.own.spanContext();
    const traceparent = `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
    const tracestate = traceState?.serialize();
    return tracestate ? { traceparent, tracestate } : { traceparent };
  }
}

function remoteContext({ traceparent = "", tracestate }: TraceHeaders): Context {
  const [, traceId = "", spanId = "", flags = "0"] = traceparent.split("-");
  const remote = {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
    ...(tracestate === undefined ? {} : { traceState: createTraceState(tracestate) }),
  };
  return isSpanContextValid(remote) ? trace.setSpanContext(ROOT_CONTEXT, remote) : ROOT_CONTEXT;
}
