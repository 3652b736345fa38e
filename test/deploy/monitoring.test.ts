import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { parser } from "@prometheus-io/lezer-promql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { gaugeTable } from "../../gateway/ops/gauge-table.js";
import { logEvents } from "../../gateway/ops/log-events.js";
import { metricTable } from "../../gateway/ops/metric-table.js";
import { startTestGateway, type TestGateway } from "../gateway/kit/gateway.js";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFile(join(root, path), "utf8");

/** A rule file as Prometheus takes it. An unknown field is refused there too. */
const ruleFile = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smhdw]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(["critical", "warning", "info"]) }),
          annotations: z.strictObject({ summary: z.string().min(10), fix: z.string().min(10) }),
        }),
      ),
    }),
  ),
});

const dashboardFile = z.object({
  panels: z.array(
    z.object({
      title: z.string(),
      gridPos: z.object({ x: z.int().min(0).max(23), y: z.int(), w: z.int().max(24), h: z.int() }),
      targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })).min(1),
    }),
  ),
});

const rules = ruleFile
  .parse(parse(await read("deploy/monitoring/alerts.yaml")))
  .groups.flatMap((group) => group.rules);
const { panels } = dashboardFile.parse(JSON.parse(await read("deploy/monitoring/grafana-dashboard.json")));

/** The names of series, labels of selectors and syntax errors of a query. */
function query(text: string) {
  // Grafana replaces its variables before it asks.
  const promql = text.replaceAll("$account", ".*");
  const found = { names: new Set<string>(), errors: [] as number[] };
  parser.parse(promql).iterate({
    enter({ name, from, to, type }) {
      if (type.isError) found.errors.push(from);
      if (name === "Identifier" && promql.slice(from, to).startsWith("standpipe_"))
        found.names.add(promql.slice(from, to));
    },
  });
  return found;
}

const queries = [
  ...rules.map(({ alert, expr }) => [`the alert ${alert}`, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [`the panel ${title}`, expr] as const)),
];

let on: TestGateway;
/** The series that the gateway has, with those that a label adds later. */
let series: Set<string>;
beforeAll(async () => {
  on = await startTestGateway();
  const { body } = await on.ask<string>("GET", "/metrics");
  const families = [...body.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  series = new Set(
    families.flatMap(([, name, type]) =>
      type === "histogram" ? ["_bucket", "_sum", "_count"].map((end) => name! + end) : [name!],
    ),
  );
});
afterAll(() => on.stop());

it.each(queries)("%s is valid PromQL, and names only series that exist", (_name, text) => {
  const { names, errors } = query(text);
  expect(errors).toEqual([]);
  expect(names.size).toBeGreaterThan(0);
  expect([...names].filter((name) => !series.has(name))).toEqual([]);
});

const promtool = promisify(execFile);
const hasPromtool = await promtool("promtool", ["--version"]).then(
  () => true,
  () => false,
);
if (!hasPromtool) console.warn("SKIPPED: promtool isn't installed, so Prometheus does not check the rules.");

it.runIf(hasPromtool)("promtool accepts the rule file, and no other file", async () => {
  const check = (path: string) => promtool("promtool", ["check", "rules", join(root, path)]);
  expect((await check("deploy/monitoring/alerts.yaml")).stdout).toContain(`${rules.length} rules found`);
  await expect(check("deploy/compose.yaml")).rejects.toThrow();
});

it("a query with a mistake, or with a series that does not exist, is found", () => {
  expect(query("sum by (x (rate(standpipe_calls_total[5m]))").errors.length).toBeGreaterThan(0);
  expect(series.has("standpipe_calls")).toBe(false);
});

it("the dashboard shows every metric of the gateway", () => {
  const shown = new Set(
    panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => [...query(expr).names])),
  );
  const all = [
    ...Object.values(metricTable).map(({ name }) => name),
    ...Object.keys(gaugeTable).map((name) => `standpipe_${name}`),
  ];
  const without = all.filter(
    (name) => ![...shown].some((one) => one.replace(/_(bucket|sum|count)$/, "") === name),
  );
  expect(without).toEqual([]);
});

it("the panels of the dashboard do not overlap", () => {
  const cells = panels.flatMap(({ gridPos: { x, y, w } }) =>
    Array.from({ length: w }, (_, at) => `${x + at} ${y}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
});

describe("docs/monitoring.md", async () => {
  const page = await read("docs/monitoring.md");
  it("explains every metric, alert and event of the log", () => {
    const wanted = [
      ...Object.values(metricTable).map(({ name }) => name),
      ...Object.keys(gaugeTable).map((name) => `standpipe_${name}`),
      ...rules.map(({ alert }) => alert),
      ...Object.keys(logEvents),
    ];
    expect(wanted.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it("names no metric that does not exist", () => {
    const named = [...page.matchAll(/`(standpipe_\w+)`/g)].map(([, name]) => name!);
    const known = new Set([...series].flatMap((name) => [name, name.replace(/_(bucket|sum|count)$/, "")]));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
