import { afterAll, beforeAll, beforeEach } from "vitest";
import { createConsent } from "../../../gateway/consent/consent.js";
import { startApiStub, type ApiStub } from "./api-stub.js";
import { createClock } from "./clock.js";
import { makeAccount, startTestGateway, type TestGateway } from "./gateway.js";
import { startPostgres, type TestPostgres } from "./postgres.js";

/** Two gateways on one PostgreSQL, and an account at the fake API. */
export interface Replicas {
  readonly postgres: TestPostgres;
  readonly stub: ApiStub;
  readonly one: TestGateway;
  readonly two: TestGateway;
  readonly account: string;
  /** Starts one more replica. The test stops it. */
  start(): Promise<TestGateway>;
  /** Moves the clocks of both. Each test starts with the real time. */
  pass(ms: number): void;
}

export const secretKey = { STANDPIPE_SECRET_KEY: "k".repeat(40) };

/** Replicas for a test file. They are ready when its tests run. */
export function useReplicas(): Replicas {
  const replicas = {} as { -readonly [Part in keyof Replicas]: Replicas[Part] };
  const clock = createClock();
  replicas.pass = clock.pass;

  beforeAll(async () => {
    const [postgres, stub] = await Promise.all([startPostgres(), startApiStub()]);
    const databaseUrl = await postgres.database();
    const start = () =>
      startTestGateway({
        settings: { databaseUrl, baseUrls: [stub.url] },
        env: secretKey,
        consent: createConsent,
        clock,
      });
    // At the same time, so that both migrate the empty database.
    const [one, two] = await Promise.all([start(), start()]);
    const account = await makeAccount(one, stub.url);
    Object.assign(replicas, { postgres, stub, one, two, account, start });
  });
  beforeEach(() => clock.set(0));
  afterAll(async () => {
    await Promise.all([replicas.one?.stop(), replicas.two?.stop()]);
    await Promise.all([replicas.postgres?.stop(), replicas.stub?.close()]);
  });
  return replicas;
}
