import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer } from "../gateway/kit/gateway.js";
import { startPostgres, type TestPostgres } from "../gateway/kit/postgres.js";
import { makeBundle, type Bundle, type GatewayProcess } from "./kit.js";
import { loggedOutcomes, sentNames, until } from "./log.js";

/* The bundle is killed during ten parallel writes, ten times for each store: a hundred writes at different steps. */

const rounds = 10;
const atOnce = 10;

let bundle: Bundle;
let postgres: TestPostgres;
beforeAll(
  async () => void ([bundle, postgres] = await Promise.all([makeBundle(), startPostgres()])),
  180_000,
);
afterAll(() => Promise.all([postgres.stop(), bundle.remove()]));

describe.each(["sqlite", "postgres"])("a gateway on %s after kill -9", (kind) => {
  let stub: ApiStub;
  beforeAll(async () => void (stub = await startApiStub()));
  afterAll(() => stub.close());

  it(
    "has a log entry for each write that reached the API, and sends nothing twice",
    { timeout: 300_000 },
    async () => {
      const env: Record<string, string> = { STANDPIPE_BASE_URLS: stub.url };
      if (kind === "postgres") env["DATABASE_URL"] = await postgres.database();
      let token: string | undefined;
      let [made, unknown] = [0, 0];
      for (let round = 0; round < rounds; round++) {
        const gateway = await bundle.start(kind, env);
        token ??= (await makeServer(gateway, await makeAccount(gateway, stub.url))).token;
        await killedAt(round, gateway, (name) =>
          call(`${gateway.url}/mcp/${token}`, "create_incident", { name }),
        );
      }
      const gateway = await bundle.start(kind, env);
      const outcomes = await loggedOutcomes(gateway);
      const sent = sentNames(stub);
      unknown = [...outcomes.values()].filter(([outcome]) => outcome === "unknown").length;
      await gateway.stop();
      expect(sent.length).toBeGreaterThan(rounds);
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent.filter((name) => !outcomes.has(name))).toEqual([]);
      expect([...outcomes.values()].filter((entries) => entries.length !== 1)).toEqual([]);
      expect(unknown).toBeGreaterThan(0);
      console.log(
        `${kind}: ${made} writes, ${sent.length} reached the API, ${unknown} have an unknown outcome`,
      );

      /** Starts ten parallel writes again and again, and kills the gateway at a step that depends on the round. */
      async function killedAt(
        at: number,
        { kill }: GatewayProcess,
        write: (name: string) => Promise<unknown>,
      ) {
        const before = stub.arrived.length;
        // Every third round delays the answers, so that the kill happens between request and outcome.
        stub.held = at % 3 === 0 ? new Promise(() => {}) : undefined;
        stub.delayMs = at % 3 === 1 ? 15 : 0;
        let isOver = false;
        const writers = Array.from({ length: atOnce }, async () => {
          while (!isOver) await write(`write ${made++}`).catch(() => {});
        });
        await until(() => stub.arrived.length >= before + (at % 3 === 0 ? atOnce : 3 + 5 * at));
        await kill();
        isOver = true;
        stub.held = undefined;
        await Promise.all(writers);
      }
    },
  );
});
