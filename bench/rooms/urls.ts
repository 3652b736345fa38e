import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { api } from "../../generated/firehydrant/index.js";
import { openKeys, type Keys } from "../../gateway/secrets/keys.js";
import { mintToken } from "../../gateway/secrets/token.js";
import { readSecretKeys } from "../../gateway/secrets/secret-keys.js";
import { createVault } from "../../gateway/secrets/vault.js";
import { newId } from "../../gateway/id.js";
import { openStore } from "../../gateway/store/open.js";
import type { Store } from "../../gateway/store/store.js";
import { benchSecretKey, startBenchGateway, type BenchGateway } from "../kit/gateway.js";
import { byTurns, median } from "../kit/measure.js";
import { memoryOf } from "../kit/process.js";
import { startStub } from "../kit/stub.js";
import { ms, row } from "../kit/table.js";

const COUNTS = [10, 1_000, 50_000];
/** URLs that are called again and again. */
const HOT = 10;
const TURNS = 10;
const LISTS_IN_TURN = 50;
const ROWS_AT_ONCE = 500;
/** More URLs of each gateway. Each is used once, so that a first use is compared with first uses. */
const FRESH = LISTS_IN_TURN * (TURNS + 1);

interface Filled {
  readonly count: number;
  readonly folder: string;
  readonly hot: readonly string[];
  readonly fresh: string[];
  readonly gateway: BenchGateway;
}

/** Whether requests take longer when the gateway has more server URLs. The measurements of all counts take turns. */
export async function benchUrls(): Promise<void> {
  const stub = await startStub();
  const filled: Filled[] = [];
  for (const count of COUNTS) filled.push(await start(count, stub.url));
  await compare("tools/list at one of ten URLs in use", filled, ({ hot }, index) => hot[index % HOT]!);
  await compare("tools/list at a URL for the first time", filled, ({ fresh }) => fresh.pop()!);
  const memory = await Promise.all(filled.map(({ gateway }) => memoryOf(gateway.pid)));
  row(`memory at ${COUNTS.at(-1)} server URLs`, `${memory.at(-1)!.toFixed(0)} MB`, {
    against: memory.map((size, at) => `${size.toFixed(0)} MB at ${COUNTS[at]}`).join(", "),
  });
  for (const { gateway, folder } of filled) {
    await gateway.close();
    await rm(folder, { recursive: true, force: true });
  }
  stub.close();
}

async function compare(
  what: string,
  filled: readonly Filled[],
  pick: (one: Filled, index: number) => string,
): Promise<void> {
  let index = 0;
  const works = Object.fromEntries(
    filled.map((one) => [one.count, () => list(one.gateway, pick(one, index++))]),
  );
  await byTurns(works, 1, LISTS_IN_TURN);
  const durations = await byTurns(works, TURNS, LISTS_IN_TURN);
  const figures = COUNTS.map((count) => median(durations[count]!));
  row(what, ms(figures.at(-1)!, 2), {
    against: `${COUNTS.at(-1)} URLs; ${COUNTS.map((count, at) => `${ms(figures[at]!, 2)} at ${count}`).join(", ")}: ${(figures.at(-1)! / figures[0]!).toFixed(1)} times`,
    aim: "flat",
  });
}

async function list({ url }: BenchGateway, token: string): Promise<void> {
  const answer = await fetch(`${url}/mcp/${token}`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
  });
  if (!answer.ok) throw new Error(`No list: ${answer.status} ${await answer.text()}`);
  await answer.text();
}

async function start(count: number, base: string): Promise<Filled> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-bench-"));
  const first = await startBenchGateway({ base, folder });
  const input = {
    name: "Bench",
    base_url: base,
    api_key: "fhb-bench",
    api: api.catalogue.api.name,
    verify: false,
  };
  const { id } = await first.ask<{ id: string }>("POST", "/integrated-account", input);
  await first.close();
  const store = await openStore({ folder });
  const vault = createVault(readSecretKeys({ STANDPIPE_SECRET_KEY: benchSecretKey }, folder));
  const tokens = await addServers(store, await openKeys(store.db, vault, new Date()), id, count + FRESH);
  await store.close();
  const [hot, fresh] = [tokens.slice(0, HOT), tokens.slice(-FRESH)];
  return { count, folder, hot, fresh, gateway: await startBenchGateway({ base, folder }) };
}

/** Writes the rows of many server URLs in one transaction. The API would take minutes. */
async function addServers({ db }: Store, keys: Keys, account_id: string, count: number): Promise<string[]> {
  const at = new Date().toISOString();
  const none = { expires_at: null, revoked_at: null, last_used_at: null };
  const made = Array.from({ length: count }, (_, index) => {
    const [id, token] = [newId("srv"), mintToken("server")];
    const times = { created_at: at, updated_at: at };
    const server = { id, account_id, name: `Server ${index}`, config: "{}", version: 1, ...none, ...times };
    const row = { id: newId("tok"), server_id: id, hash: keys.hash(token), valid_until: null };
    return { token, server, row: { ...row, created_at: at, last_used_at: null } };
  });
  await db.transaction().execute(async (transaction) => {
    for (let first = 0; first < count; first += ROWS_AT_ONCE) {
      const part = made.slice(first, first + ROWS_AT_ONCE);
      await transaction
        .insertInto("servers")
        .values(part.map(({ server }) => server))
        .execute();
      await transaction
        .insertInto("tokens")
        .values(part.map(({ row }) => row))
        .execute();
    }
  });
  return made.map(({ token }) => token);
}
