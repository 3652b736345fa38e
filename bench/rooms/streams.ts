import { setTimeout as sleep } from "node:timers/promises";
import { startDatabase } from "../kit/database.js";
import { startBenchGateway, type BenchGateway } from "../kit/gateway.js";
import { cpuOf } from "../kit/process.js";
import { startStub } from "../kit/stub.js";
import { row } from "../kit/table.js";

const STREAMS = 500;
const SERVERS = 100;
const ACCOUNTS = 5;
const SECONDS = 10;

/** What idle streams of HTTP+SSE cost the gateway's processor, although each is checked twice a second. */
export async function benchStreams(): Promise<void> {
  const stub = await startStub();
  await benchStore("SQLite", await startBenchGateway({ base: stub.url }));
  const database = await startDatabase();
  await benchStore("PostgreSQL", await startBenchGateway({ base: stub.url, databaseUrl: database.url }));
  await database.stop();
  stub.close();

  async function benchStore(kind: string, gateway: BenchGateway): Promise<void> {
    const urls = await makeServers(gateway, stub.url);
    await sleep(1_000);
    const idle = await busyShare(gateway);
    const streams = await Promise.all(
      Array.from({ length: STREAMS }, (_, at) => openStream(urls[at % SERVERS]!)),
    );
    await sleep(1_000);
    const busy = await busyShare(gateway);
    row(`${STREAMS} idle streams, ${kind}`, `${busy.toFixed(1)} % of a core`, {
      against: `${idle.toFixed(1)} % without any; ${SECONDS} s each`,
      aim: "under 3 %",
    });
    streams.forEach((close) => close());
    await gateway.close();
  }
}

async function busyShare({ pid }: BenchGateway): Promise<number> {
  const [cpu, began] = [await cpuOf(pid), performance.now()];
  await sleep(SECONDS * 1_000);
  return (((await cpuOf(pid)) - cpu) / (performance.now() - began)) * 100;
}

async function makeServers(gateway: BenchGateway, base_url: string): Promise<string[]> {
  const urls: string[] = [];
  for (let account = 0; account < ACCOUNTS; account++) {
    const input = { name: `Account ${account}`, base_url, api_key: "fhb-bench", verify: false };
    const { id } = await gateway.ask<{ id: string }>("POST", "/integrated-account", input);
    for (let at = 0; at < SERVERS / ACCOUNTS; at++) {
      const made = await gateway.ask<{ token: string }>("POST", `/integrated-account/${id}/mcp`, {
        name: "bench",
      });
      urls.push(`${gateway.url}/sse/${made.token}`);
    }
  }
  return urls;
}

/** @returns what closes it */
async function openStream(url: string): Promise<() => void> {
  const ending = new AbortController();
  const stream = await fetch(url, { signal: ending.signal });
  if (!stream.ok) throw new Error(`No stream: ${stream.status} ${await stream.text()}`);
  await stream.body!.getReader().read();
  return () => ending.abort();
}
