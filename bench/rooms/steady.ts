import { together } from "../kit/measure.js";
import { memoryOf } from "../kit/process.js";
import { startStdio, type Served } from "../kit/served.js";
import { startStub } from "../kit/stub.js";
import { row } from "../kit/table.js";
import { incident } from "./calls.js";

/** `make bench STEADY=100000` makes this many calls. */
const CALLS = Number(process.env["STEADY"] || 30_000);
const STEPS = 10;
const WAYS = 32;

/** Whether a server's memory grows over many calls. The warm-up does not count. */
export async function benchSteady(): Promise<void> {
  const stub = await startStub();
  const server = await startStdio(stub.url);
  const began = performance.now();
  const memory: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    await together(CALLS / STEPS, WAYS, (index) => server.ask("tools/call", mixed(index)));
    memory.push(await settledMemory(server));
  }
  const seconds = (performance.now() - began) / 1000;
  const told = memory.map((megabytes) => megabytes.toFixed(0)).join(" ");
  const growth = memory.at(-1)! - memory[Math.floor(STEPS / 2) - 1]!;
  row(`memory over ${CALLS} calls, second half`, `${growth < 0 ? "" : "+"}${growth.toFixed(0)} MB`, {
    against: `MB after each tenth: ${told}; ${seconds.toFixed(0)} s`,
    aim: "flat",
  });
  await server.close();
  stub.close();
}

/** Records, lists and projections in turn. */
function mixed(index: number): object {
  if (index % 4 === 0) return { name: "list_incidents", arguments: { limit: 10 } };
  if (index % 4 === 1)
    return { name: "list_incidents", arguments: { fields: "[].{number: number, name: name}" } };
  return incident();
}

/** The smallest of several readings, because a running garbage collector counts moved objects twice. */
async function settledMemory({ pid }: Served): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 5; look++) {
    looks.push(await memoryOf(pid));
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return Math.min(...looks);
}
