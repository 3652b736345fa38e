import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { createBatch } from "./batch.js";
import { boundedCalls, boundedValues } from "./bounded.js";
import { gaugeTable, type GaugeSources } from "./gauge-table.js";
import { metricTable, type MetricTable } from "./metric-table.js";

type Labels<Of extends MetricTable[keyof MetricTable]> = object &
  Readonly<Partial<Record<Of["labels"][number], string | number>>>;

/** Counts or observes. All of it is in the metrics whenever they are read. */
type Instrument<Of extends MetricTable[keyof MetricTable]> = Of["kind"] extends "counter"
  ? { inc(labels?: Labels<Of>, value?: number): void }
  : { observe(labels: Labels<Of>, value: number): void };

type Instruments = { readonly [Name in keyof MetricTable]: Instrument<MetricTable[Name]> };

/** What the gateway counts, and its answers to Prometheus and OTLP. */
export interface Metrics extends Instruments {
  /** The account as a label. Accounts beyond the first 200 share one. */
  accountLabel(id: string): string;
  /** The labels of a call, of which there is a bounded number. */
  callLabels: ReturnType<typeof boundedCalls>;
  /** Reads gauges from here. Called once, when the sources exist. */
  addGauges(sources: GaugeSources): void;
  /** The metrics in Prometheus's format. */
  text(): Promise<string>;
  readonly contentType: string;
  readonly registry: Registry;
}

const MOST_ACCOUNTS = 200;

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "standpipe_" });
  const accountLabel = boundedValues(MOST_ACCOUNTS);
  return {
    ...instrumentsIn([registry]),
    accountLabel,
    callLabels: boundedCalls(accountLabel),
    addGauges: (sources) => addGauges(registry, sources),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    registry,
  };
}

function instrumentsIn(registers: Registry[]): Instruments {
  const { add, flush: collect } = createBatch((count: () => void) => count());
  const made = Object.entries(metricTable).map(([key, { kind, name, help, labels, buckets }]) => {
    const common = { name, help, labelNames: [...labels], registers, collect };
    if (kind === "counter") {
      const counter = new Counter(common);
      return [key, { inc: (of: Given = {}, value = 1) => add(() => counter.inc(of, value)) }];
    }
    const histogram = new Histogram({ ...common, buckets: [...buckets!] });
    return [key, { observe: (of: Given, value: number) => add(() => histogram.observe(of, value)) }];
  });
  return Object.fromEntries(made) as Instruments;
}

type Given = Readonly<Record<string, string | number>>;

function addGauges(registry: Registry, sources: GaugeSources): void {
  for (const [name, { help, labels = [], read }] of Object.entries(gaugeTable)) {
    new Gauge({
      name: `standpipe_${name}`,
      help,
      labelNames: [...labels],
      registers: [registry],
      async collect() {
        const value = await read(sources);
        // An account that is gone must not keep its last value.
        this.reset();
        if (typeof value === "number") this.set(value);
        else for (const sample of value) this.set({ ...sample.labels }, sample.value);
      },
    });
  }
}
