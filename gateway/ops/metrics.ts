import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { AuditCounts } from "../audit/audit-log.js";

/** Counters. Labels are limited: routes, methods and classes, never an id, a name or a client's text. */
export interface Metrics {
  readonly requests: Counter<"route" | "method" | "status">;
  readonly requestSeconds: Histogram<"route">;
  readonly turnedAway: Counter<"reason">;
  readonly calls: Counter<"access" | "outcome">;
  readonly callSeconds: Histogram<"access">;
  readonly refusals: Counter<"reason">;
  readonly loopStalls: Histogram;
  /** The metrics in Prometheus's format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Values that are computed when they are read. */
export interface Gauges {
  readonly activeRequests: () => number;
  readonly views: () => number;
  readonly streams: () => number;
  readonly audit: AuditCounts;
}

const seconds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createMetrics(gauges: Gauges): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "standpipe_" });
  addGauges(registry, gauges);
  return {
    ...countersIn([registry]),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function addGauges(registry: Registry, gauges: Gauges): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge("standpipe_active_requests", "Requests being answered.", gauges.activeRequests);
  gauge("standpipe_server_views", "Server URLs in memory.", gauges.views);
  gauge("standpipe_sse_streams", "Streams of old clients.", gauges.streams);
  gauge(
    "standpipe_audit_entries_waiting",
    "Audit entries that wait until the store can be written.",
    () => gauges.audit.waiting,
  );
  gauge(
    "standpipe_audit_entries_lost",
    "Audit entries that were lost since the start.",
    () => gauges.audit.lost,
  );
  gauge(
    "standpipe_audit_writes_refused",
    "Writes that were refused since the start because their audit entry could not be kept.",
    () => gauges.audit.refusedWrites,
  );
}

function countersIn(registers: Registry[]): Omit<Metrics, "text" | "contentType"> {
  return {
    requests: new Counter({
      name: "standpipe_http_requests_total",
      help: "Requests answered.",
      labelNames: ["route", "method", "status"],
      registers,
    }),
    requestSeconds: new Histogram({
      name: "standpipe_http_request_seconds",
      help: "Time of a request, streams included.",
      labelNames: ["route"],
      buckets: seconds,
      registers,
    }),
    turnedAway: new Counter({
      name: "standpipe_turned_away_total",
      help: "Requests not looked at.",
      labelNames: ["reason"],
      registers,
    }),
    calls: new Counter({
      name: "standpipe_calls_total",
      help: "Calls of tools.",
      labelNames: ["access", "outcome"],
      registers,
    }),
    callSeconds: new Histogram({
      name: "standpipe_call_seconds",
      help: "Time of a call.",
      labelNames: ["access"],
      buckets: seconds,
      registers,
    }),
    refusals: new Counter({
      name: "standpipe_refusals_total",
      help: "Refused tokens.",
      labelNames: ["reason"],
      registers,
    }),
    loopStalls: new Histogram({
      name: "standpipe_loop_stall_seconds",
      help: "Turns of the event loop over 50 ms, in which every request waited.",
      buckets: seconds.slice(2),
      registers,
    }),
  };
}
