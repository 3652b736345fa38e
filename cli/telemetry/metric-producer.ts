import { ValueType, type HrTime } from "@opentelemetry/api";
import { emptyResource } from "@opentelemetry/resources";
import {
  AggregationTemporality,
  DataPointType,
  type DataPoint,
  type MetricData,
  type MetricDescriptor,
  type MetricProducer,
} from "@opentelemetry/sdk-metrics";
import type { Registry } from "prom-client";

type Family = Awaited<ReturnType<Registry["getMetricsAsJSON"]>>[number];
type Values = Family["values"];

/** Gives OpenTelemetry the same metrics that Prometheus gets, so that nothing is counted twice. */
export function metricProducer(registry: Registry, version: string): MetricProducer {
  const began = hrTime(Date.now());
  return {
    async collect() {
      const families = await registry.getMetricsAsJSON();
      const times = { startTime: began, endTime: hrTime(Date.now()) };
      const metrics = families.map((family) => metricOf(family, times));
      const scopeMetrics = [{ scope: { name: "standpipe", version }, metrics }];
      return { resourceMetrics: { resource: emptyResource(), scopeMetrics }, errors: [] };
    },
  };
}

type Times = Pick<DataPoint<number>, "startTime" | "endTime">;

function metricOf(family: Family, times: Times): MetricData {
  // prom-client types the kind as a number, but writes its name.
  const kind = String(family.type);
  const common = {
    descriptor: descriptorOf(family),
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
  };
  if (kind === "histogram")
    return {
      ...common,
      dataPointType: DataPointType.HISTOGRAM,
      dataPoints: histogramsIn(family.values, times),
    };
  const dataPoints = family.values.map(({ labels, value }) => ({
    ...times,
    attributes: { ...labels },
    value,
  }));
  return kind === "counter"
    ? { ...common, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints }
    : { ...common, dataPointType: DataPointType.GAUGE, dataPoints };
}

function descriptorOf({ name, help }: Family): MetricDescriptor {
  const unit = /_seconds(_total)?$/.test(name) ? "s" : /_bytes$/.test(name) ? "By" : "";
  return { name, description: help, unit, valueType: ValueType.DOUBLE };
}

/** Prometheus counts each value in all larger buckets too. OpenTelemetry counts it once. */
function histogramsIn(values: Values, times: Times): DataPoint<HistogramValue>[] {
  const points = new Map<string, Building>();
  for (const one of values) {
    const { le, ...labels } = one.labels as Readonly<Record<string, string | number>>;
    const key = JSON.stringify(labels);
    const point = points.get(key) ?? { labels, bounds: [], upTo: [], sum: 0, count: 0 };
    points.set(key, point);
    const name = (one as { readonly metricName?: string }).metricName ?? "";
    if (name.endsWith("_sum")) point.sum = one.value;
    else if (name.endsWith("_count")) point.count = one.value;
    else if (le !== "+Inf") {
      point.bounds.push(Number(le));
      point.upTo.push(one.value);
    }
  }
  return [...points.values()].map(({ labels, bounds, upTo, sum, count }) => {
    const counts = [...upTo, count].map((many, index) => many - (upTo[index - 1] ?? 0));
    return {
      ...times,
      attributes: labels,
      value: { buckets: { boundaries: bounds, counts }, sum, count },
    };
  });
}

interface Building {
  readonly labels: Record<string, string | number>;
  readonly bounds: number[];
  /** Values up to each bound. */
  readonly upTo: number[];
  sum: number;
  count: number;
}

interface HistogramValue {
  buckets: { boundaries: number[]; counts: number[] };
  sum: number;
  count: number;
}

function hrTime(ms: number): HrTime {
  return [Math.floor(ms / 1000), (ms % 1000) * 1_000_000];
}
