import { setTimeout } from "node:timers/promises";
import type { Registry } from "prom-client";
import { diag, DiagLogLevel } from "@opentelemetry/api";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-proto";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import {
  detectResources,
  envDetector,
  resourceFromAttributes,
  type Resource,
} from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import type { Tracing } from "../../runtime/index.js";
import { createTracing } from "../../runtime/serving.js";
import { metricProducer } from "./metric-producer.js";

/** What the process sends to an OpenTelemetry collector. */
export interface Telemetry {
  /** Absent if OTEL_TRACES_EXPORTER is none. */
  readonly tracing?: Tracing;
  /** Sends these metrics regularly, unless OTEL_METRICS_EXPORTER is none. */
  exportMetrics(registry: Registry): void;
  /** Sends the rest. */
  close(): Promise<void>;
}

interface SdkOptions {
  readonly traces: boolean;
  readonly metrics: boolean;
  readonly version: string;
  readonly report: (error: Error) => void;
}

const MOST_CLOSING_MS = 3_000;

/** Starts OpenTelemetry's SDK. It reads its addresses, headers, sampling and intervals from OTEL_… itself. */
export function startSdk({ traces, metrics, version, report }: SdkOptions): Telemetry {
  const resource = resourceFromAttributes({ "service.name": "standpipe", "service.version": version }).merge(
    detectResources({ detectors: [envDetector] }),
  );
  reportFailures(report);
  const tracers = traces ? traceProvider(resource) : undefined;
  let meters: MeterProvider | undefined;
  return {
    tracing: tracers && createTracing(tracers.getTracer("standpipe", version)),
    exportMetrics(registry) {
      if (!metrics) return;
      const reader = new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter(),
        exportIntervalMillis: Number(process.env["OTEL_METRIC_EXPORT_INTERVAL"]) || 60_000,
        metricProducers: [metricProducer(registry, version)],
      });
      meters = new MeterProvider({ resource, readers: [reader] });
    },
    async close() {
      const sent = Promise.allSettled([tracers?.shutdown(), meters?.shutdown()]);
      // A collector that does not answer must not delay the end of the process for long.
      await Promise.race([sent, setTimeout(MOST_CLOSING_MS, undefined, { ref: false })]);
    },
  };
}

function traceProvider(resource: Resource): BasicTracerProvider {
  return new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
}

const SAY_EVERY_MS = 60_000;

/** A collector that is away must not fill the log. */
function reportFailures(report: (error: Error) => void): void {
  let saidAt = -Infinity;
  const say = (message: string) => {
    if (performance.now() - saidAt < SAY_EVERY_MS) return;
    saidAt = performance.now();
    report(new Error(`OpenTelemetry data cannot be sent: ${message}`));
  };
  const ignore = () => {};
  diag.setLogger(
    { error: say, warn: ignore, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
}
