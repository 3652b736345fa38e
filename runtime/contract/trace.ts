/** Attributes of a span, by the names in `telemetry/names.ts`. An undefined one is left out. */
export type SpanAttributes = Readonly<Record<string, string | number | undefined>>;

/** `server` answers a request, `client` sends one, `internal` does neither. */
export type SpanKind = "server" | "client" | "internal";

/** A timed step of a request. The steps within it are its children. */
export interface Span {
  /** @param startedAt in milliseconds since 1970; by default now */
  child(name: string, kind: SpanKind, attributes?: SpanAttributes, startedAt?: number): Span;
  set(attributes: SpanAttributes): void;
  /** @param error the kind of its failure; undefined if it succeeded */
  end(error?: string): void;
  /** HTTP headers with which the receiver of a request continues the trace. */
  headers(): TraceHeaders;
}

/** The W3C headers of a trace. MCP's `_meta` has them under the same names. */
export interface TraceHeaders {
  readonly traceparent?: string;
  readonly tracestate?: string;
}

/** Records spans. Absent where nothing is traced. */
export interface Tracing {
  /** Begins a span that has no parent in this process. */
  begin(name: string, kind: SpanKind, from?: SpanOrigin, attributes?: SpanAttributes): Span;
}

export interface SpanOrigin {
  /** The client's headers. Its span is the parent. */
  readonly headers?: TraceHeaders;
  /** A span of this process that belongs to the new one but is not its parent. */
  readonly link?: Span;
}
