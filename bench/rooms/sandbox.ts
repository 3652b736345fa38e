import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, type Dispatcher } from "undici";
import { repairedContract } from "../../cli/contract.js";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.js";
import { median, quantile, timed } from "../kit/measure.js";
import { cpuOf, memoryOf } from "../kit/process.js";
import { urlIn } from "../kit/served.js";
import { ms, row } from "../kit/table.js";

const RATE = 500;
const SECONDS = 10;
const INCIDENTS = 10_000;

export async function benchSandbox(): Promise<void> {
  await benchRate();
  await benchFilters();
}

/** The built sandbox with requests at a steady rate, whether or not earlier ones are answered. */
async function benchRate(): Promise<void> {
  const args = ["dist/standpipe.mjs", "sandbox", "--port", "0", "--no-rate-limit"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const agent = new Agent({ connections: 64 });
  const ask = asking(agent, (await urlIn(child)).origin);
  const page = (await ask("GET", "/v1/incidents?per_page=50")) as { data: { id: string }[] };
  const ids = page.data.map(({ id }) => id);
  const work = (index: number) => ask(...mixed(index, ids[index % ids.length]!));
  await atRate(RATE, 2, work);
  const before = { memory: await memoryOf(child.pid!), cpu: await cpuOf(child.pid!) };
  const { latencies, seconds } = await atRate(RATE, SECONDS, work);
  const memory = await memoryOf(child.pid!);
  const busy = ((await cpuOf(child.pid!)) - before.cpu) / (seconds * 10);
  row(`sandbox at ${RATE} requests/s for ${SECONDS} s`, `${(latencies.length / seconds).toFixed(0)}/s`, {
    against: `p50 ${ms(median(latencies), 1)}, p99 ${ms(quantile(latencies, 0.99), 1)}; ${busy.toFixed(0)} % of a processor; ${before.memory.toFixed(0)} to ${memory.toFixed(0)} MB`,
    aim: `${RATE}/s`,
  });
  await agent.close();
  child.kill();
  await once(child, "exit");
}

/** Typical requests of assistants: mostly single records, some notes, and sometimes a list. */
function mixed(index: number, id: string): readonly [Dispatcher.HttpMethod, string, object?] {
  switch (index % 10) {
    case 0:
      return ["POST", `/v1/incidents/${id}/notes`, { body: `Note ${index}` }];
    case 1:
      return ["GET", "/v1/incidents?status=active&per_page=5"];
    case 2:
      return ["GET", "/v1/services?per_page=10"];
    case 3:
      return ["PATCH", `/v1/incidents/${id}`, { summary: `Summary ${index}` }];
    case 4:
      return ["GET", `/v1/incidents/${id}/events?per_page=10`];
    default:
      return ["GET", `/v1/incidents/${id}`];
  }
}

function asking(agent: Agent, origin: string) {
  const headers = { authorization: "Bearer fhb-bench", "content-type": "application/json" };
  return async (method: Dispatcher.HttpMethod, path: string, body?: object): Promise<unknown> => {
    const sent = { origin, path, method, headers, body: body && JSON.stringify(body) };
    const answer = await agent.request(sent);
    const value = await answer.body.json();
    if (answer.statusCode >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
}

/** Starts tasks at a steady rate. Returns the milliseconds of each from its planned start, and the total seconds. */
async function atRate(rate: number, seconds: number, work: (index: number) => Promise<unknown>) {
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const start = performance.now();
  for (let index = 0; index < rate * seconds; index++) {
    const due = start + (index * 1000) / rate;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    underWay.push(work(index).then(() => void latencies.push(performance.now() - due)));
  }
  await Promise.all(underWay);
  return { latencies, seconds: (performance.now() - start) / 1000 };
}

/** Filtered lists in this process, of a sandbox with as many incidents as a large account has after years. */
async function benchFilters(): Promise<void> {
  const sandbox = createSandbox({ contract: await repairedContract("firehydrant"), rateLimit: false });
  multiply(sandbox, INCIDENTS);
  const queries = {
    "by status and severity": "status=inactive&severities=SEV1,SEV2",
    "by words": "query=checkout",
    "by date": "start_date=2025-06-01&end_date=2026-12-31",
    "by four filters": "severities=SEV2,SEV3&status=inactive&query=checkout&start_date=2020-01-01",
    "by team": `teams=${sandbox.world.store.all("teams")[0]!.id}`,
  };
  const durations = new Map<string, number>();
  for (const [name, query] of Object.entries(queries)) {
    const list = () => listed(sandbox, query);
    await timed(5, list);
    durations.set(name, median(await timed(15, list)));
  }
  const told = [...durations].map(([name, duration]) => `${name} ${ms(duration)}`).join(", ");
  row(`sandbox lists of ${INCIDENTS} incidents`, ms(Math.max(...durations.values())), {
    against: `a page of 20: ${told}`,
    aim: "50 ms",
  });
}

async function listed({ fetch }: Sandbox, query: string): Promise<void> {
  const headers = { authorization: "Bearer fhb-bench" };
  const answer = await fetch(new Request(`http://sandbox/v1/incidents?${query}`, { headers }));
  const { data } = (await answer.json()) as { data: unknown[] };
  if (data.length === 0) throw new Error(`No incident for ${query}.`);
}

/** Copies the seed's incidents up to this number. */
function multiply({ world }: Sandbox, count: number): void {
  const seeded = world.store.all("incidents");
  for (let index = seeded.length; index < count; index++) {
    const { id: _, ...data } = seeded[index % seeded.length]!.data;
    world.add("incidents", { ...data, number: index + 1 });
  }
}
