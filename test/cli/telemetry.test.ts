import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { metricProducer } from "../../cli/telemetry/metric-producer.js";
import { startTelemetry } from "../../cli/telemetry/start.js";

const root = join(import.meta.dirname, "../..");

/** Bodies that the collector received, by path. They are protobuf, in which texts are readable. */
const received = new Map<string, string>();
const collector = createServer((request, response) => {
  void buffer(request).then((body) => {
    received.set(request.url!, (received.get(request.url!) ?? "") + body.toString("latin1"));
    response.writeHead(200).end();
  });
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterAll(() => void collector.close());
afterEach(() => {
  received.clear();
  delete process.env["OTEL_EXPORTER_OTLP_ENDPOINT"];
  delete process.env["OTEL_SERVICE_NAME"];
  delete process.env["OTEL_EXPORTER_OTLP_TIMEOUT"];
});

const ignore = () => {};

describe("OpenTelemetry", () => {
  it("sends traces and metrics to the collector that OTEL_ variables name", async () => {
    Object.assign(process.env, { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_SERVICE_NAME: "our-pipe" });
    const telemetry = (await startTelemetry(process.env, "1.2.3", ignore))!;
    const registry = new Registry();
    new Counter({ name: "some_total", help: "Some.", registers: [registry] }).inc(3);
    telemetry.exportMetrics(registry);
    telemetry.tracing!.begin("tools/call some_tool", "server").end("tool_error");
    await telemetry.close();
    expect([...received.keys()].sort()).toEqual(["/v1/metrics", "/v1/traces"]);
    expect(received.get("/v1/traces")).toContain("tools/call some_tool");
    expect(received.get("/v1/traces")).toContain("our-pipe");
    expect(received.get("/v1/metrics")).toContain("some_total");
  });

  it("leaves out what OTEL_TRACES_EXPORTER and OTEL_METRICS_EXPORTER turn off", async () => {
    const none = { OTEL_TRACES_EXPORTER: "none", OTEL_METRICS_EXPORTER: "none" };
    const telemetry = (await startTelemetry(none, "1", ignore))!;
    expect(telemetry.tracing).toBeUndefined();
    telemetry.exportMetrics(new Registry());
    await telemetry.close();
    expect(received.size).toBe(0);
  });

  it.each([
    [{}],
    [{ OTEL_SERVICE_NAME: "" }],
    [{ OTEL_SDK_DISABLED: "true", OTEL_EXPORTER_OTLP_ENDPOINT: "http://x" }],
  ])("is not loaded with %j", async (env) => {
    expect(await startTelemetry(env, "1", ignore)).toBeUndefined();
  });

  it.each([
    ["OTEL_EXPORTER_OTLP_PROTOCOL", "grpc", "http/protobuf"],
    ["OTEL_TRACES_EXPORTER", "zipkin", "otlp or none"],
    ["OTEL_METRICS_EXPORTER", "prometheus", "otlp or none"],
  ])("refuses %s=%s with what it takes", async (name, value, wanted) => {
    await expect(startTelemetry({ [name]: value }, "1", ignore)).rejects.toThrow(wanted);
  });

  it("reports a collector that does not answer once, and keeps the calls going", async () => {
    Object.assign(process.env, {
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9",
      OTEL_EXPORTER_OTLP_TIMEOUT: "300",
    });
    const errors: string[] = [];
    const telemetry = (await startTelemetry(process.env, "1", ({ message }) => errors.push(message)))!;
    telemetry.tracing!.begin("x", "internal").end();
    telemetry.exportMetrics(new Registry());
    await telemetry.close();
    expect(errors).toEqual([expect.stringContaining("OpenTelemetry data cannot be sent")]);
  });

  it("reaches the collector from a server over stdio, which writes only the protocol to stdout", async () => {
    const child = spawn("npx", ["tsx", "cli/main.ts", "serve", "--base-url", url], {
      cwd: root,
      env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: url, FIREHYDRANT_API_KEY: "fhb-x" },
    });
    const sent = [
      {
        id: 1,
        method: "initialize",
        params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
      },
      { method: "notifications/initialized" },
      { id: 2, method: "tools/call", params: { name: "ping", arguments: {} } },
    ];
    for (const message of sent) child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
    child.stdin.end();
    const out = (await buffer(child.stdout)).toString();
    for (const line of out.trim().split("\n")) expect(JSON.parse(line)).toMatchObject({ jsonrpc: "2.0" });
    expect(received.get("/v1/traces")).toContain("tools/call ping");
    expect(received.get("/v1/traces")).toContain("initialize");
  });

  it("keeps its SDK in files that only startTelemetry loads", async () => {
    const folders = ["cli", "gateway", "runtime"];
    const files = (
      await Promise.all(folders.map((folder) => readdir(join(root, folder), { recursive: true })))
    ).flatMap((names, index) => names.map((name) => join(folders[index]!, name)));
    const importers: Record<string, string[]> = {};
    for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
      const text = await readFile(join(root, file), "utf8");
      for (const [, name] of text.matchAll(
        /^import (?!type\b)[^;]*?from "(@opentelemetry\/[\w-]+|\.\/sdk\.js)"/gm,
      ))
        (importers[name!] ??= []).push(file);
    }
    const { "@opentelemetry/api": light, ...sdk } = importers;
    expect(light).toContain("runtime/telemetry/tracing.ts");
    expect(sdk["./sdk.js"]).toBeUndefined();
    expect(new Set(Object.values(sdk).flat())).toEqual(
      new Set(["cli/telemetry/sdk.ts", "cli/telemetry/metric-producer.ts"]),
    );
  });
});

it("metrics have the same values for OpenTelemetry as for Prometheus", async () => {
  const registry = new Registry();
  const registers = [registry];
  new Counter({ name: "calls_total", help: "Calls.", labelNames: ["tool"], registers }).inc({ tool: "a" }, 2);
  new Gauge({ name: "depth", help: "Depth.", registers }).set(-1);
  const times = new Histogram({
    name: "wait_seconds",
    help: "Wait.",
    labelNames: ["kind"],
    buckets: [1, 5],
    registers,
  });
  for (const seconds of [0.5, 1, 3, 9]) times.observe({ kind: "read" }, seconds);
  const { resourceMetrics } = await metricProducer(registry, "1").collect();
  const [calls, depth, wait] = resourceMetrics.scopeMetrics[0]!.metrics;
  expect(calls).toMatchObject({ isMonotonic: true, dataPoints: [{ attributes: { tool: "a" }, value: 2 }] });
  expect(depth).toMatchObject({ dataPoints: [{ value: -1 }] });
  expect(wait).toMatchObject({
    descriptor: { name: "wait_seconds", unit: "s" },
    dataPoints: [
      {
        attributes: { kind: "read" },
        value: { buckets: { boundaries: [1, 5], counts: [2, 1, 1] }, sum: 13.5, count: 4 },
      },
    ],
  });
});
