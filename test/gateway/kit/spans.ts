import {
  InMemorySpanExporter,
  BasicTracerProvider,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import type { Tracer } from "@opentelemetry/api";
import type { Tracing } from "../../../runtime/index.js";
import { createTracing } from "../../../runtime/serving.js";

/** Records spans in memory. */
export interface RecordedSpans {
  readonly tracing: Tracing;
  readonly tracer: Tracer;
  readonly all: () => readonly ReadableSpan[];
  /** Waits until a span with this name has ended. */
  ended(name: string): Promise<ReadableSpan>;
  reset(): void;
}

export function recordSpans(): RecordedSpans {
  const exporter = new InMemorySpanExporter();
  const tracer = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  }).getTracer("test");
  return {
    tracing: createTracing(tracer),
    tracer,
    all: () => exporter.getFinishedSpans(),
    async ended(name) {
      for (let tries = 0; tries < 500; tries += 1) {
        const found = exporter.getFinishedSpans().find((span) => span.name === name);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const names = exporter.getFinishedSpans().map((span) => span.name);
      throw new Error(`No span ${name} ended; these did: ${names.join(", ")}`);
    },
    reset: () => exporter.reset(),
  };
}

/** The name of a span and of all above it, from the first one on. */
export function pathOf(span: ReadableSpan, all: readonly ReadableSpan[]): string[] {
  const parent = all.find((one) => one.spanContext().spanId === span.parentSpanContext?.spanId);
  return [...(parent ? pathOf(parent, all) : []), span.name];
}
