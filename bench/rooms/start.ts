import { spawn } from "node:child_process";
import { once } from "node:events";
import { median, timed } from "../kit/measure.js";
import { cpuOf, memoryOf } from "../kit/process.js";
import { startStdio, type Served } from "../kit/served.js";
import { startStub } from "../kit/stub.js";
import { ms, ratioOf, row, times } from "../kit/table.js";
import { incident } from "./calls.js";

const RUNS = 9;

/** From the start of the process to all tools listed, like a desktop client, and the first call after it. */
export async function benchStart(): Promise<void> {
  const stub = await startStub();
  const bare: number[] = [];
  const listed: number[] = [];
  const cpu: number[] = [];
  const memory: number[] = [];
  const called: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    bare.push(...(await timed(1, () => once(spawn(process.execPath, ["-e", ""]), "exit"))));
    let server!: Served;
    const list = async () => (server = await startStdio(stub.url)).ask("tools/list");
    listed.push(...(await timed(1, list)));
    cpu.push(await cpuOf(server.pid));
    memory.push(await memoryOf(server.pid));
    called.push(...(await timed(1, () => server.ask("tools/call", incident()))));
    await server.close();
  }
  stub.close();
  const against = `${times(median(listed), median(bare), "a bare node")} (${ms(median(bare))})`;
  row("spawn to tools/list over stdio", ms(median(listed)), {
    against,
    aim: "250 ms",
    ratio: ratioOf(listed, bare),
  });
  row("  processor time of it", ms(median(cpu)));
  row("  memory then", `${median(memory).toFixed(0)} MB`, { aim: "50 MB" });
  row("  the first call after it", ms(median(called)), {
    against: "loads what calls need",
    aim: "80 ms",
    ratio: ratioOf(called, bare),
  });
}
