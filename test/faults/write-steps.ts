import type { ApiStub } from "../gateway/kit/api-stub.js";
import type { AuditLock } from "./audit-lock.js";
import type { GatewayProcess } from "./kit.js";
import { until } from "./log.js";

/** One start of a gateway. It ends with a kill. */
export interface Round {
  readonly gateway: GatewayProcess;
  readonly stub: ApiStub;
  readonly lock: AuditLock;
  /** The number of the round at its step, from 0. */
  readonly at: number;
  /** Starts so many writes. */
  write(count: number): void;
  /** Starts so many clients, each of which writes again and again until the kill. */
  writeOn(clients: number): void;
  /** Starts so many reads. */
  read(count: number): void;
  /** The number of the round's writes that reached the API. */
  sent(): number;
  /** The number of the round's intents in the log. */
  intents(): Promise<number>;
}

/** A step of a write at which the gateway is killed. */
export interface Step {
  /** The writes of a round that have reached the API at this step. */
  readonly sent: "none" | "all" | "some";
  /** The possible outcomes of a write in the log after the kill. */
  readonly outcomes: readonly ("no entry" | "unknown" | "ok")[];
  /** Brings the writes of a round to this step and keeps them there. */
  reach(round: Round): Promise<void>;
}

const atOnce = 3;
/** FireHydrant's rate limit: the number of calls under way at one account. */
const mostUnderWay = 50;

export const steps = {
  "before the intent": {
    sent: "none",
    // PostgreSQL may complete the last statement of a killed client.
    outcomes: ["no entry", "unknown"],
    async reach({ gateway, lock, write }) {
      await lock.take();
      write(atOnce);
      await lock.isAwaited(gateway);
    },
  },
  "after the intent, before the request is sent": {
    sent: "none",
    outcomes: ["unknown"],
    async reach({ stub, write, read, intents }) {
      const before = stub.arrived.length;
      hold(stub);
      // No write is sent until one of these reads has its answer.
      read(mostUnderWay);
      await until(() => stub.arrived.length === before + mostUnderWay);
      write(atOnce);
      await until(async () => (await intents()) === atOnce);
    },
  },
  "after the request was sent, before its answer": {
    sent: "all",
    outcomes: ["unknown"],
    async reach({ stub, write, sent }) {
      hold(stub);
      write(atOnce);
      await until(() => sent() === atOnce);
    },
  },
  "after the answer, before the outcome": {
    sent: "all",
    // PostgreSQL may complete the last statement of a killed client.
    outcomes: ["unknown", "ok"],
    async reach({ gateway, stub, lock, write, sent }) {
      const release = hold(stub);
      write(atOnce);
      await until(() => sent() === atOnce);
      await lock.take();
      release();
      await lock.isAwaited(gateway);
    },
  },
  "at any moment of ten parallel writes": {
    sent: "some",
    outcomes: ["no entry", "unknown", "ok"],
    async reach({ at, stub, writeOn, sent }) {
      // Every second round delays the answers, so that more writes wait for one.
      stub.delayMs = at % 2 === 0 ? 15 : 0;
      writeOn(10);
      await until(() => sent() >= 3 + 4 * (at % 10));
    },
  },
} satisfies Record<string, Step>;

export type StepName = keyof typeof steps;

export const stepNames = Object.keys(steps) as StepName[];

/** The API answers nothing until the returned function is called. */
function hold(stub: ApiStub): () => void {
  let release = () => {};
  stub.held = new Promise((resolve) => (release = resolve));
  return release;
}
