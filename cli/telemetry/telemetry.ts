import type { Registry } from "prom-client";
import type { Tracing } from "../../runtime/index.js";

/** What the process sends to an OpenTelemetry collector. */
export interface Telemetry {
  /** Absent if OTEL_TRACES_EXPORTER is none. */
  readonly tracing?: Tracing;
  /** Sends these metrics regularly, unless OTEL_METRICS_EXPORTER is none. */
  exportMetrics(registry: Registry): void;
  /** Sends the rest. */
  close(): Promise<void>;
}
