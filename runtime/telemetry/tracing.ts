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
  // The span of a wrapper, for links.
  const inner = new WeakMap<Span, OtelSpan>();

  function begun(name: string, parent: Context, { kind, given, link, startedAt }: Beginning): Span {
    const linked = link && inner.get(link);
    const own = tracer.startSpan(
      name,
      {
        kind: kinds[kind],
        attributes: given,
        startTime: startedAt,
        ...(linked ? { links: [{ context: linked.spanContext() }] } : {}),
      },
      parent,
    );
    let context: Context | undefined;
    const span: Span = {
      child: (childName, childKind, childAttributes = {}, childStartedAt) =>
        begun(childName, (context ??= trace.setSpan(parent, own)), {
          kind: childKind,
          given: childAttributes,
          startedAt: childStartedAt,
        }),
      set: (more) => void own.setAttributes(more),
      end(error) {
        if (error !== undefined)
          own.setAttribute(names.errorType, error).setStatus({ code: SpanStatusCode.ERROR });
        own.end();
      },
      headers: () => headersOf(own),
    };
    inner.set(span, own);
    return span;
  }

  return {
    begin: (name, kind, { headers, link } = {}, given = {}) =>
      begun(name, headers ? remoteContext(headers) : ROOT_CONTEXT, { kind, given, link }),
  };
}

interface Beginning {
  readonly kind: SpanKind;
  readonly given: SpanAttributes;
  readonly link?: Span;
  readonly startedAt?: number;
}

function headersOf(span: OtelSpan): TraceHeaders {
  const { traceId, spanId, traceFlags, traceState } = span.spanContext();
  const tracestate = traceState?.serialize();
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`,
    ...(tracestate ? { tracestate } : {}),
  };
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
