import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer } from "../gateway/kit/requests.js";
import { startPostgres, type TestPostgres } from "../gateway/kit/postgres.js";
import { storeKinds } from "../gateway/kit/stores.js";
import { postgresLock, sqliteLock, type AuditLock } from "./audit-lock.js";
import { makeBundle, type Bundle, type GatewayProcess } from "./kit.js";
import { loggedOutcomes, sentNames } from "./log.js";
import { stepNames, steps, type Round, type Step, type StepName } from "./write-steps.js";

/* The bundle is killed with kill -9 at each of five steps of a write, for each store. */

/** Kills at each step of each store. `make test-built` asks for more. */
const rounds = Number(process.env["STANDPIPE_TEST_KILLS"] ?? 3);

let bundle: Bundle;
let postgres: TestPostgres;
beforeAll(
  async () => void ([bundle, postgres] = await Promise.all([makeBundle(), startPostgres()])),
  180_000,
);
afterAll(() => Promise.all([postgres.stop(), bundle.remove()]));

describe.each(storeKinds)("a gateway on %s after kill -9", (kind) => {
  const env: Record<string, string> = {};
  let stub: ApiStub;
  let lock: AuditLock;
  let running: GatewayProcess | undefined;
  /** The token of the first server URL. */
  let firstToken: string;
  let started = 0;
  /** The names of the incidents that each step's rounds wrote. */
  const written = new Map<StepName, string[]>();
  let kills = 0;

  beforeAll(async () => {
    stub = await startApiStub();
    env["STANDPIPE_BASE_URLS"] = stub.url;
    if (kind === "postgres") env["DATABASE_URL"] = await postgres.database();
    // The first start creates the tables.
    await (await start()).stop();
    lock =
      kind === "postgres" ? await postgresLock(env["DATABASE_URL"]!) : sqliteLock(join(bundle.folder, kind));
  });
  // A test that failed leaves its gateway, its lock and its held answers.
  afterEach(async () => {
    await running?.kill();
    await lock.release();
    stub.held = undefined;
    stub.delayMs = 0;
  });
  afterAll(async () => {
    await lock.close();
    await stub.close();
  });

  async function start(): Promise<GatewayProcess> {
    return (running = await bundle.start(kind, env));
  }

  /** Each round has its own account, so that no round waits for the rate limit of the last one. */
  async function killAt(step: StepName, at: number): Promise<void> {
    const gateway = await start();
    const name = `Round ${++started}`;
    const { id, token } = await makeServer(gateway, await makeAccount(gateway, stub.url, name));
    firstToken ??= token;
    const clients: Promise<unknown>[] = [];
    const own = new Set<string>();
    let isOver = false;
    const ask = (tool: string, args: object = {}) =>
      call(`${gateway.url}/mcp/${token}`, tool, args).catch(() => {});
    function writeOnce() {
      const incident = `${name}, write ${own.size + 1}`;
      own.add(incident);
      return ask("create_incident", { name: incident });
    }
    async function writeAgain() {
      while (!isOver) await writeOnce();
    }
    const times = (count: number, client: () => Promise<unknown>) =>
      void clients.push(...Array.from({ length: count }, client));
    const round: Round = {
      ...{ gateway, stub, lock, at },
      write: (count) => times(count, writeOnce),
      writeOn: (count) => times(count, writeAgain),
      read: (count) => times(count, () => ask("list_incidents")),
      sent: () => sentNames(stub).filter((incident) => own.has(incident)).length,
      async intents() {
        const path = `/log?server_id=${id}&kind=call&outcome=unknown`;
        return (await gateway.ask<{ result: object[] }>("GET", path)).body.result.length;
      },
    };
    await steps[step].reach(round);
    isOver = true;
    await gateway.kill();
    kills += 1;
    await lock.release();
    stub.held = undefined;
    await Promise.all(clients);
    written.set(step, [...(written.get(step) ?? []), ...own]);
  }

  it.each(stepNames)(
    "has sent only what it should, killed %s",
    { timeout: rounds * 24_000 },
    async (step) => {
      for (let at = 0; at < rounds; at++) await killAt(step, at);
      const own = written.get(step)!;
      const sent = sentNames(stub).filter((name) => own.includes(name));
      const wanted: Step["sent"] = steps[step].sent;
      if (wanted === "some") expect(sent.length).toBeGreaterThan(rounds);
      else expect(sent.sort()).toEqual(wanted === "all" ? own.sort() : []);
    },
  );

  it(
    "has a log entry for each write that reached the API, and sends nothing twice",
    { timeout: 120_000 },
    async () => {
      const gateway = await start();
      expect((await call(`${gateway.url}/mcp/${firstToken}`, "list_incidents")).isOk).toBe(true);
      const logged = await loggedOutcomes(gateway);
      await gateway.stop();
      const sent = sentNames(stub);
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent.filter((name) => !logged.has(name))).toEqual([]);
      expect([...logged].filter(([, entries]) => entries.length !== 1)).toEqual([]);
      const outcomeOf = (name: string) => logged.get(name)?.[0] ?? "no entry";
      const done = [...logged.keys()].filter((name) => outcomeOf(name) === "ok");
      expect(done.filter((name) => !sent.includes(name))).toEqual([]);
      for (const [step, names] of written)
        expect(steps[step].outcomes, step).toEqual(
          expect.arrayContaining([...new Set(names.map(outcomeOf))]),
        );
      const unknown = [...logged.keys()].filter((name) => outcomeOf(name) === "unknown");
      expect(unknown.length).toBeGreaterThan(0);
      expect(kills).toBeGreaterThanOrEqual(rounds * stepNames.length);
      console.log(
        `${kind}: ${kills} kills, ${sent.length} writes reached the API, ${logged.size} intents in the log, ` +
          `${unknown.length} with an unknown outcome`,
      );
    },
  );
});
