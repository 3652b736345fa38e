import type { OTLPLogExporter } from "@opentelemetry/exporter-logs-otlp-proto";
import { MOST_DELIVERY_MS, Refusal, type Message, type Sink, type StreamedEntry } from "../sink.js";

type Records = Parameters<OTLPLogExporter["export"]>[0];

/** SeverityNumber of OpenTelemetry's logs. */
const severities = { INFO: 9, WARN: 13 } as const;

/** Exports entries as log records. Headers come from OTEL_EXPORTER_OTLP_HEADERS, which the exporter reads. */
export function openOtlp(url: string): Sink {
  let opening: Promise<Opened> | undefined;
  return {
    async deliver(message) {
      const { exporter, recordsOf } = await (opening ??= open(url));
      const { error } = await new Promise<{ error?: Error }>((resolve) =>
        exporter.export(recordsOf(message), resolve),
      );
      if (error) throw failureOf(error);
    },
    close: async () => (await opening)?.exporter.shutdown(),
  };
}

interface Opened {
  readonly exporter: OTLPLogExporter;
  readonly recordsOf: (message: Message) => Records;
}

/** The exporter is loaded when the first entry is sent. */
async function open(url: string): Promise<Opened> {
  const [{ OTLPLogExporter }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/exporter-logs-otlp-proto"),
    import("@opentelemetry/resources"),
  ]);
  const common = {
    resource: resourceFromAttributes({ "service.name": "standpipe" }),
    instrumentationScope: { name: "standpipe.audit" },
    droppedAttributesCount: 0,
  };
  return {
    exporter: new OTLPLogExporter({ url, timeoutMillis: MOST_DELIVERY_MS }),
    recordsOf: ({ entries }) =>
      entries.map((entry) => {
        const severityText = entry.outcome === undefined || entry.outcome === "ok" ? "INFO" : "WARN";
        const time = timeOf(entry.at);
        return {
          ...common,
          hrTime: time,
          hrTimeObserved: time,
          eventName: "standpipe.audit",
          severityText,
          severityNumber: severities[severityText],
          body: [entry.tool ?? entry.action, entry.outcome].join(" "),
          attributes: attributesOf(entry),
        };
      }),
  };
}

function timeOf(at: string): [number, number] {
  const ms = Date.parse(at);
  return [Math.floor(ms / 1000), (ms % 1000) * 1_000_000];
}

/** The fields of an entry. A structure is JSON text. */
function attributesOf(entry: StreamedEntry): Record<string, string | number> {
  const fields = Object.entries(entry).flatMap(([name, value]): [string, string | number][] => {
    if (value === null || value === undefined) return [];
    const shown = typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
    return [[`standpipe.audit.${name}`, shown]];
  });
  return Object.fromEntries(fields);
}

/** 400 says that the collector cannot read the records. */
function failureOf(error: Error & { readonly code?: number }): Error {
  return error.code === 400 ? new Refusal(error.message) : error;
}
