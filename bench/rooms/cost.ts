import { startDatabase } from "../kit/database.js";
import { startUrls } from "../kit/gateway.js";
import { together } from "../kit/measure.js";
import { cpuOf } from "../kit/process.js";
import { startBare, startBareHttp, startHttp, startStdio, type Served } from "../kit/served.js";
import { startStub } from "../kit/stub.js";
import { ms, ratioOf, row } from "../kit/table.js";
import { incident } from "./calls.js";

const TURNS = 9;
const CALLS_IN_TURN = 1_000;
const WARM_UP = 600;
const WAYS = 8;

/** A row without an aim is for comparison. */
const aims: Readonly<Record<string, number | undefined>> = {
  stdio: 1.8,
  "a bare server over HTTP": undefined,
  HTTP: 2.2,
  "a server URL on SQLite": 4,
  "a server URL on PostgreSQL": 6,
};

/** The server's processor time for a call, next to the least that a Node server takes for it. */
export async function benchCost(): Promise<void> {
  const stub = await startStub();
  const database = await startDatabase();
  const bare = await startBare(stub.url);
  const servers: Readonly<Record<string, Served>> = {
    stdio: await startStdio(stub.url),
    "a bare server over HTTP": await startBareHttp(stub.url),
    HTTP: await startHttp(stub.url),
    "a server URL on SQLite": await startUrls(stub.url),
    "a server URL on PostgreSQL": await startUrls(stub.url, { databaseUrl: database.url }),
  };
  const all = Object.entries({ bare, ...servers });
  const costs = new Map<string, number[]>(all.map(([name]) => [name, []]));
  for (const [, server] of all) await costOf(server, WARM_UP);
  for (let turn = 0; turn < TURNS; turn++)
    for (const [name, server] of all) costs.get(name)!.push(await costOf(server, CALLS_IN_TURN));
  const least = costs.get("bare")!;
  for (const [name, aim] of Object.entries(aims)) {
    const own = costs.get(name)!;
    const ratio = ratioOf(own, least);
    row(`processor time of a call, ${name}`, ms(own.reduce((sum, one) => sum + one, 0) / TURNS, 3), {
      against: `${ratio.ratio.toFixed(2)} times a bare server`,
      ...(aim !== undefined && { aim: `${aim} times`, ratio }),
    });
  }
  await Promise.all(all.map(([, server]) => server.close()));
  await database.stop();
  stub.close();
}

/** Milliseconds of the server's processor time for each of some calls. */
async function costOf({ pid, ask }: Served, calls: number): Promise<number> {
  const before = await cpuOf(pid);
  await together(calls, WAYS, () => ask("tools/call", incident()));
  return ((await cpuOf(pid)) - before) / calls;
}
