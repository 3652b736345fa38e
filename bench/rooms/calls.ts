import { randomUUID } from "node:crypto";
import { byTurns, median, quantile, timed, together } from "../kit/measure.js";
import { cpuOf } from "../kit/process.js";
import { startHttp, startStdio, type Served } from "../kit/served.js";
import { startStub } from "../kit/stub.js";
import { more, ms, row, times } from "../kit/table.js";

const TURNS = 10;
const CALLS_IN_TURN = 200;
const WARM_UP = 500;
const WAYS = 32;
const CALLS_AT_ONCE = 6_000;

/** A call that reaches the stub. */
export function incident(): object {
  return { name: "get_incident", arguments: { incident_id: randomUUID() } };
}

/** How long a call takes compared with a direct fetch from the same stub, and how many calls fit in a second. */
export async function benchCalls(): Promise<void> {
  const stub = await startStub();
  const stdio = await startStdio(stub.url);
  const http = await startHttp(stub.url);
  const works = {
    direct: () => fetch(`${stub.url}/v1/incidents/${randomUUID()}`).then((response) => response.json()),
    stdio: () => stdio.ask("tools/call", incident()),
    http: () => http.ask("tools/call", incident()),
  };
  await byTurns(works, 1, WARM_UP);
  const durations = await byTurns(works, TURNS, CALLS_IN_TURN);
  const { direct } = durations;
  row("direct fetch of a stub", ms(median(direct), 2), {
    against: `p99 ${ms(quantile(direct, 0.99), 2)}; ${TURNS * CALLS_IN_TURN} of each, by turns`,
  });
  overhead("tools/call over stdio", durations.stdio, direct, "+0.15 ms");
  overhead("tools/call over HTTP", durations.http, direct, "+0.50 ms");
  await throughput("stdio", stdio);
  await throughput("HTTP", http, "2500");
  row("tools/list over HTTP", ms(median(await timed(50, () => http.ask("tools/list"))), 1));
  await Promise.all([stdio.close(), http.close()]);
  stub.close();
}

function overhead(what: string, given: readonly number[], direct: readonly number[], aim: string): void {
  const beyond = (share: number) => more(quantile(given, share) - quantile(direct, share));
  const against = `p99 ${beyond(0.99)}; ${times(median(given), median(direct), "a direct fetch")}`;
  row(what, beyond(0.5), { against, aim });
}

/** Client, stub and server share the machine's processors, so the server's own CPU time is shown too. */
async function throughput(way: string, { pid, ask }: Served, aim?: string): Promise<void> {
  const work = () => ask("tools/call", incident());
  await together(CALLS_AT_ONCE / 3, WAYS, work);
  const before = await cpuOf(pid);
  const duration = await together(CALLS_AT_ONCE, WAYS, work);
  const cpu = ((await cpuOf(pid)) - before) / CALLS_AT_ONCE;
  const against = `the server takes ${ms(cpu, 2)} of processor time each`;
  row(`calls/s over ${way}, ${WAYS} at once`, ((CALLS_AT_ONCE / duration) * 1000).toFixed(0), {
    against,
    aim,
  });
}
