import { api } from "../../generated/firehydrant/index.js";
import { createRegistry, type Caller } from "../../runtime/index.js";
import { createMcpService } from "../../runtime/serving.js";
import { median, together } from "../kit/measure.js";
import { cpuOf } from "../kit/process.js";
import { startHttp, type Served } from "../kit/served.js";
import { startStub } from "../kit/stub.js";
import { ms, row } from "../kit/table.js";
import { incident } from "./calls.js";

const TURNS = 5;
const CALLS = 4_000;
const WAYS = 16;

/** What tracing costs a call in processor time: nothing is configured, and everything is traced and sent. */
export async function benchTracing(): Promise<void> {
  row("tracing off, a call", ms(await offCost(), 4), {
    against: "the service without a trace, beyond the caller alone",
    aim: "0.02 ms",
  });
  const [stub, collector] = [await startStub(), await startStub()];
  const off = await startHttp(stub.url);
  const on = await startHttp(stub.url, {
    variables: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
  });
  const costs: number[] = [];
  for (const server of [off, on]) await cpuOfCalls(server);
  for (let turn = 0; turn < TURNS; turn += 1) costs.push(-(await cpuOfCalls(off)) + (await cpuOfCalls(on)));
  row("tracing on, a call", ms(median(costs), 3), {
    against: `3 spans each, all sent; median of ${TURNS} times ${CALLS} calls`,
    aim: "0.15 ms",
  });
  await Promise.all([off.close(), on.close()]);
  stub.close();
  collector.close();
}

async function cpuOfCalls({ pid, ask }: Served): Promise<number> {
  const before = await cpuOf(pid);
  await together(CALLS, WAYS, () => ask("tools/call", incident()));
  return ((await cpuOf(pid)) - before) / CALLS;
}

/** Processor time that the service adds to a caller that answers at once. */
async function offCost(): Promise<number> {
  const outcome = { value: { id: "x" } };
  const caller: Caller = { call: async () => outcome, close: async () => {} };
  const registry = createRegistry(api.catalogue, { surface: "full" });
  const service = createMcpService({ api, registry, caller, version: "0", report: () => {} });
  const context = { signal: new AbortController().signal };
  const args = { incident_id: "x" };
  const tool = await api.load("get_incident");
  const alone = await ownCpuOf(() => caller.call(tool, args, context));
  return (await ownCpuOf(() => service.callTool("get_incident", args, context))) - alone;
}

async function ownCpuOf(work: () => Promise<unknown>): Promise<number> {
  const runs = 20_000;
  for (let run = 0; run < runs; run += 1) await work();
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / runs;
}
