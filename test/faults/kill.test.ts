import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer } from "../gateway/kit/gateway.js";
import { storeKinds } from "../gateway/kit/stores.js";
import { startPostgres, type TestPostgres } from "../gateway/kit/postgres.js";
import { postgresLock, sqliteLock, type AuditLock } from "./audit-lock.js";
import { makeBundle, type Bundle, type GatewayProcess } from "./kit.js";
import { loggedOutcomes, sentNames, until } from "./log.js";

/*
 * The bundle is killed with kill -9 a hundred times: ten times at each step of a write and ten times at any time, on each
 * store. Each round has several writes under way, at an account of its own.
 */

const rounds = 10;
const atOnce = 3;
/** FireHydrant's limit, which an account's calls are paced by. */
const paced = 50;

interface Round {
  readonly gateway: GatewayProcess;
  readonly stub: ApiStub;
  readonly lock: AuditLock;
  readonly at: number;
  /** Starts the writes of the round. */
  write(): void;
  read(): void;
  /** How many writes of the round have reached the API. */
  sent(): number;
  /** How many entries with this outcome the round's server URL has. */
  logged(outcome: string): Promise<number>;
}

/** A step of a write, and what must be true of a write that was killed there. */
interface Step {
  readonly isSent?: boolean;
  /** What the log may say of it. */
  readonly outcomes?: readonly string[];
  /** Brings the writes of a round to the step and keeps them there. */
  reach(round: Round): Promise<void>;
}

const steps: Readonly<Record<string, Step>> = {
  "before the intent": {
    isSent: false,
    async reach({ gateway, lock, write }) {
      await lock.take();
      write();
      await lock.isAwaited(gateway);
    },
  },
  "after the intent, before it is sent": {
    isSent: false,
    outcomes: ["unknown"],
    async reach({ stub, write, read, logged }) {
      const before = stub.arrived.length;
      hold(stub);
      // As long as these are not answered, no other call has a turn.
      for (let reads = 0; reads < paced; reads++) read();
      await until(() => stub.arrived.length === before + paced);
      write();
      await until(async () => (await logged("unknown")) === atOnce);
    },
  },
  "after it was sent, before the answer": {
    isSent: true,
    outcomes: ["unknown"],
    async reach({ stub, write, sent }) {
      hold(stub);
      write();
      await until(() => sent() === atOnce);
    },
  },
  "after the answer, before the outcome": {
    isSent: true,
    // PostgreSQL may still finish the statement of a client that is gone.
    outcomes: ["unknown", "ok"],
    async reach({ gateway, stub, lock, write, sent }) {
      const release = hold(stub);
      write();
      await until(() => sent() === atOnce);
      await lock.take();
      release();
      await lock.isAwaited(gateway);
    },
  },
  "at any time": {
    async reach({ at, write, sent }) {
      for (let times = 0; times < 5; times++) write();
      await until(() => sent() > at);
    },
  },
};

/** The stub answers nothing until it is released. */
function hold(stub: ApiStub): () => void {
  let release = () => {};
  stub.held = new Promise((resolve) => (release = resolve));
  return release;
}

let bundle: Bundle;
let postgres: TestPostgres;
beforeAll(
  async () => void ([bundle, postgres] = await Promise.all([makeBundle(), startPostgres()])),
  180_000,
);
afterAll(() => Promise.all([postgres.stop(), bundle.remove()]));

describe.each(storeKinds)("a gateway on %s that is killed", (kind) => {
  const env: Record<string, string> = {};
  let stub: ApiStub;
  let lock: AuditLock;
  /** What the writes of each step were called. */
  const names: Record<string, string[]> = {};
  let kills = 0;

  beforeAll(async () => {
    stub = await startApiStub();
    env["STANDPIPE_BASE_URLS"] = stub.url;
    if (kind === "postgres") env["DATABASE_URL"] = await postgres.database();
    // The database exists after a first start.
    await (await bundle.start(kind, env)).stop();
    lock =
      kind === "postgres" ? await postgresLock(env["DATABASE_URL"]!) : sqliteLock(join(bundle.folder, kind));
  }, 60_000);
  afterAll(async () => {
    await lock.close();
    await stub.close();
  });

  async function killedAt(step: string, at: number): Promise<void> {
    const gateway = await bundle.start(kind, env);
    const account = await makeAccount(gateway, stub.url, `${step.replace(/\W/g, "")}${at}`);
    const { id, token } = await makeServer(gateway, account);
    const url = `${gateway.url}/mcp/${token}`;
    const calls: Promise<unknown>[] = [];
    const own: string[] = [];
    const started = (name: string, args: object) => void calls.push(call(url, name, args).catch(() => {}));
    const round: Round = {
      ...{ gateway, stub, lock, at },
      write() {
        for (let writes = 0; writes < atOnce; writes++) {
          const name = `${step} ${at} ${own.length}`;
          own.push(name);
          started("create_incident", { name });
        }
      },
      read: () => started("list_incidents", {}),
      sent: () => sentNames(stub).filter((name) => own.includes(name)).length,
      async logged(outcome) {
        const path = `/log?server_id=${id}&kind=call&outcome=${outcome}`;
        return (await gateway.ask<{ result: object[] }>("GET", path)).body.result.length;
      },
    };
    await steps[step]!.reach(round);
    await gateway.kill();
    kills += 1;
    await lock.release();
    stub.held = undefined;
    await Promise.all(calls);
    names[step] = [...(names[step] ?? []), ...own];
  }

  it.each(Object.keys(steps))("%s", { timeout: 240_000 }, async (step) => {
    for (let at = 0; at < rounds; at++) await killedAt(step, at);
    const { isSent } = steps[step]!;
    const sent = sentNames(stub).filter((name) => names[step]!.includes(name));
    if (isSent !== undefined) expect(sent).toHaveLength(isSent ? rounds * atOnce : 0);
  });

  it(
    "has a log entry for each write that reached the API, and sends nothing twice",
    { timeout: 60_000 },
    async () => {
      const gateway = await bundle.start(kind, env);
      const outcomes = await loggedOutcomes(gateway);
      await gateway.stop();
      const sent = sentNames(stub);
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent.filter((name) => !outcomes.has(name))).toEqual([]);
      expect([...outcomes].filter(([, entries]) => entries.length !== 1)).toEqual([]);
      for (const [step, { outcomes: wanted }] of Object.entries(steps))
        for (const name of wanted ? names[step]! : []) expect(wanted).toContain(outcomes.get(name)?.[0]);
      const unknown = [...outcomes.values()].filter(([outcome]) => outcome === "unknown").length;
      console.log(
        `${kind}: ${kills} kills, ${sent.length} writes reached the API, ${unknown} have an unknown outcome`,
      );
      expect(kills).toBe(rounds * Object.keys(steps).length);
    },
  );
});
