import { afterAll, beforeAll, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer } from "../gateway/kit/requests.js";
import { startPostgres, type TestPostgres } from "../gateway/kit/postgres.js";
import { makeBundle, type Bundle, type GatewayProcess } from "./kit.js";
import { loggedOutcomes, sentNames, until } from "./log.js";

/* Two replicas of the bundle on one PostgreSQL, which crashes during calls. */

let bundle: Bundle;
let postgres: TestPostgres;
let stub: ApiStub;
let replicas: GatewayProcess[];
let token: string;

beforeAll(async () => {
  [bundle, postgres, stub] = await Promise.all([makeBundle(), startPostgres(), startApiStub()]);
  const env = { DATABASE_URL: await postgres.database(), STANDPIPE_BASE_URLS: stub.url };
  replicas = [await bundle.start("one", env), await bundle.start("two", env)];
  const account = await makeAccount(replicas[0]!, stub.url);
  ({ token } = await makeServer(replicas[0]!, account));
}, 180_000);
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  await Promise.all([postgres.stop(), stub.close(), bundle.remove()]);
});

/** Answers that were neither successful nor said to retry. */
const others = new Set<string>();

type Seen = "ok" | "retry" | "other";

/** Makes a call and returns what a client sees. */
async function oneCall(replica: GatewayProcess, name: string): Promise<Seen> {
  const { status, isOk, value, headers } = await call(`${replica.url}/mcp/${token}`, "create_incident", {
    name,
  });
  if (isOk) return "ok";
  if (status === 503) return headers.get("retry-after") === null ? "other" : "retry";
  const text = JSON.stringify(value);
  if (!text.includes('"busy"')) others.add(`${status} ${text}`);
  return text.includes('"busy"') && /call again/i.test(text) ? "retry" : "other";
}

it(
  "replicas survive a crash of the database: calls fail with an error that says to retry, then work again",
  { timeout: 120_000 },
  async () => {
    const seen: Record<Seen, number> = { ok: 0, retry: 0, other: 0 };
    const calls: Promise<void>[] = [];
    let made = 0;
    const ticker = setInterval(() => {
      const replica = replicas[made % 2]!;
      const name = `call ${made++}`;
      calls.push(oneCall(replica, name).then((one) => void (seen[one] += 1)));
    }, 25);
    for (let round = 0; round < 3; round++) {
      const before = seen.ok;
      await until(() => seen.ok > before + 10);
      await postgres.crash();
      const failed = seen.retry;
      await until(() => seen.retry > failed);
      await postgres.start();
    }
    const before = seen.ok;
    await until(() => seen.ok > before + 20);
    clearInterval(ticker);
    await Promise.all(calls);
    expect(replicas.map(({ child }) => child.exitCode)).toEqual([null, null]);
    expect([...others]).toEqual([]);
    expect(seen.other).toBe(0);

    // Each write that reached the API is in the log, and was sent once.
    const sent = sentNames(stub);
    expect(new Set(sent).size).toBe(sent.length);
    const logged = await loggedOutcomes(replicas[0]!);
    expect(sent.filter((name) => !logged.has(name))).toEqual([]);
    console.log(`calls: ${JSON.stringify(seen)}; writes sent: ${sent.length}, all of them logged`);
  },
);
