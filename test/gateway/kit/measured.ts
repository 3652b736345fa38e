import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { createConsent } from "../../../gateway/consent/consent.js";
import { startApiStub, type ApiStub } from "./api-stub.js";
import { createClock } from "./clock.js";
import { call, makeAccount, makeServer, pacedApi, startTestGateway, type TestGateway } from "./gateway.js";
import { valueIn } from "./series.js";

/* A gateway whose figures are read. Importing this file starts it. */
export const clock = createClock();
export let stub: ApiStub;
export let on: TestGateway;
export let account: string;
let folder: string;

beforeAll(async () => {
  [stub, folder] = await Promise.all([startApiStub(), mkdtemp(join(tmpdir(), "standpipe-metrics-"))]);
  on = await start();
  account = await makeAccount(on, stub.url, 'Acme "East"');
});
afterAll(async () => {
  await on?.stop();
  await stub.close();
  await rm(folder, { recursive: true, force: true });
});

/** Nothing listens there. */
export const deadUrl = "http://127.0.0.1:9";

const start = () =>
  startTestGateway({
    folder,
    apis: [pacedApi({ requests: 6, seconds: 2 })],
    settings: { baseUrls: [stub.url, deadUrl] },
    consent: createConsent,
    clock,
  });

export async function restart(): Promise<void> {
  await on.stop();
  on = await start();
}

export async function scraped(from: TestGateway = on): Promise<string> {
  // Figures of the store are kept for some seconds.
  clock.pass(6_000);
  return (await from.ask<string>("GET", "/metrics")).body;
}

/** Waits until the series has a value that passes. */
export async function until(series: string, passes: (value: number) => boolean, from: TestGateway = on) {
  let value = NaN;
  for (let tries = 0; tries < 300; tries += 1) {
    value = valueIn(await scraped(from), series);
    if (passes(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${series} is ${value}`);
}

/** Runs something, and waits until the series is larger than before. */
export async function grows(series: string, run: () => Promise<unknown>): Promise<void> {
  const before = valueIn(await scraped(), series);
  await run();
  await until(series, (value) => value > (before || 0));
}

export const list = async (config: object = {}) =>
  call((await makeServer(on, account, config)).url, "list_incidents");
