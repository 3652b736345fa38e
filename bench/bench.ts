import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { line, median, quantile, timed } from "./stats.js";
import { startHttp, StdioSession } from "./served.js";
import { startStub } from "./stub.js";

const run = promisify(execFile);
const CALL = { name: "get_incident", arguments: { incident_id: "9f1c" } };
const CALLS = 2_000;

const stub = await startStub();
await benchGenerate();
await benchStart();
const direct = await benchDirect();
await benchStdio(direct);
await benchHttp(direct);
await run("npx", ["tsx", "cli/main.ts", "stats"]).then(({ stdout }) =>
  console.log(`\n${stdout.split("\n\n")[0]}`),
);
stub.close();

/** Generation in a copy of the sources, with and without what an earlier run remembered. */
async function benchGenerate(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-bench-"));
  for (const part of [
    "cli",
    "generator",
    "runtime",
    "specs",
    "templates",
    "generated",
    "package.json",
    "tsconfig.json",
  ]) {
    await cp(part, join(folder, part), { recursive: true });
  }
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  const cache = resolve("node_modules/.cache/standpipe");
  const loader = import.meta.resolve("tsx");
  const generate = () =>
    run(process.execPath, ["--import", loader, "cli/main.ts", "generate"], { cwd: folder });
  const cold = await timed(3, () => rm(cache, { recursive: true, force: true }).then(generate));
  const warm = await timed(5, generate);
  await rm(folder, { recursive: true });
  line("generate, cold", ms(median(cold)));
  line("generate, nothing changed", ms(median(warm)), ratio(median(warm), median(cold), "of cold"));
}

async function benchStart(): Promise<void> {
  const bare = await timed(9, () => once(spawn(process.execPath, ["-e", ""]), "exit"));
  const memory: number[] = [];
  const listed: number[] = [];
  for (let count = 0; count < 9; count++) {
    const begin = performance.now();
    const session = await new StdioSession(stub.url).open();
    await session.ask("tools/list");
    listed.push(performance.now() - begin);
    memory.push(await session.rss());
    await session.close();
  }
  line(
    "spawn to tools/list over stdio",
    ms(median(listed)),
    ratio(median(listed), median(bare), "a bare node"),
  );
  line("memory after tools/list", `${median(memory).toFixed(0)} MB`);
}

async function benchDirect(): Promise<number[]> {
  const ask = () => fetch(`${stub.url}/v1/incidents/9f1c`).then((response) => response.text());
  await timed(200, ask);
  const times = await timed(CALLS, ask);
  line(
    "direct fetch of the stub",
    `${quantile(times, 0.5).toFixed(2)} ms`,
    `p99 ${quantile(times, 0.99).toFixed(2)} ms`,
  );
  return times;
}

async function benchStdio(direct: readonly number[]): Promise<void> {
  const session = await new StdioSession(stub.url).open();
  const ask = () => session.ask("tools/call", CALL);
  await timed(200, ask);
  overhead("tools/call over stdio", await timed(CALLS, ask), direct);
  line("calls/s over stdio, 32-way", (await throughput(ask)).toFixed(0));
  await session.close();
}

async function benchHttp(direct: readonly number[]): Promise<void> {
  const server = await startHttp(stub.url);
  const list = () => server.ask("tools/list");
  await timed(20, list);
  line("tools/list over HTTP", ms(median(await timed(100, list))));
  const ask = () => server.ask("tools/call", CALL);
  await timed(200, ask);
  overhead("tools/call over HTTP", await timed(CALLS, ask), direct);
  line(
    "calls/s over HTTP, 32-way",
    (await throughput(ask)).toFixed(0),
    "client, server and stub on this machine",
  );
  await server.close();
}

async function throughput(ask: () => Promise<unknown>): Promise<number> {
  let left = 3 * CALLS;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (left-- > 0) await ask();
    }),
  );
  return (3 * CALLS) / ((performance.now() - begin) / 1000);
}

function overhead(what: string, times: readonly number[], direct: readonly number[]): void {
  const more = (share: number) => {
    const difference = quantile(times, share) - quantile(direct, share);
    return `${difference < 0 ? "" : "+"}${difference.toFixed(2)} ms`;
  };
  line(what, more(0.5), `p99 ${more(0.99)}; ${ratio(median(times), median(direct), "a direct fetch")}`);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function ratio(one: number, other: number, what: string): string {
  return `${(one / other).toFixed(2)} times ${what}`;
}
