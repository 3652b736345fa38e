import { api } from "../../generated/firehydrant/index.js";
import {
  type CallContext,
  createRegistry,
  MOST_PROGRAMS,
  originCredentials,
  practiceTarget,
} from "../../runtime/index.js";
import { createApiCaller, createMcpService, createUpstream } from "../../runtime/serving.js";
import { byTurns, median } from "../kit/measure.js";
import { startStub } from "../kit/stub.js";
import { ms, row, times } from "../kit/table.js";

const TURNS = 5;
const RUNS_IN_TURN = 6;
const id = "00000000-0000-4000-8000-000000000001";
const many = 50;

/** Programs in this process, against the same calls made one by one, and the engine alone. */
export async function benchPrograms(): Promise<void> {
  const stub = await startStub();
  const credentials = originCredentials(
    api.catalogue.api,
    practiceTarget(api.catalogue.api, stub.url, "fhb-bench"),
  );
  const pacing = { limit: 1_000_000, windowMs: 10_000 };
  const upstream = createUpstream({ title: "FireHydrant", credentials, pacing });
  const registry = createRegistry(api.catalogue, { surface: "code" });
  const caller = createApiCaller(api, registry, { baseUrl: stub.url, upstream });
  const report = (error: Error) => {
    throw error;
  };
  const service = createMcpService({ api, registry, caller, version: "0", report });
  const context: CallContext = { signal: new AbortController().signal };
  const call = async (name: string, args: Record<string, unknown>) => {
    const { fault } = await service.callTool(name, args, context);
    if (fault) throw new Error(fault.message);
  };
  const run = (program: string) => call("run_read", { program });
  const calls = (count: number) =>
    run(`for (let n = 0; n < ${count}; n += 1) await api.get_incident({ incident_id: "${id}" })`);
  const single = async (count: number) => {
    for (let made = 0; made < count; made += 1) await call("get_incident", { incident_id: id });
  };
  const works = {
    engine: () => run("return 1"),
    one: () => calls(1),
    alone: () => single(1),
    fifty: () => calls(many),
    fiftyAlone: () => single(many),
  };
  await byTurns(works, 1, 2);
  const { engine, one, alone, fifty, fiftyAlone } = await byTurns(works, TURNS, RUNS_IN_TURN);
  row("a program without calls, warm", ms(median(engine), 1), { aim: "20 ms" });
  row("a program of 1 call", ms(median(one), 1), { against: times(median(one), median(alone), "the call") });
  row(`a program of ${many} calls`, ms(median(fifty), 1), {
    against: times(median(fifty), median(fiftyAlone), "the same calls one by one"),
  });
  const before = process.memoryUsage().rss;
  const busy = `const all = []; for (let n = 0; n < 2e5; n += 1) all.push({ n });
    await api.get_incident({ incident_id: "${id}" }); return all.length`;
  await Promise.all(Array.from({ length: MOST_PROGRAMS }, () => run(busy)));
  const mb = (process.memoryUsage().rss - before) / 1_048_576;
  row(`${MOST_PROGRAMS} programs at once, of 200,000 records each`, `+${mb.toFixed(0)} MB`);
  await caller.close();
  stub.close();
}
