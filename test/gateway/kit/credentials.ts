import { afterAll, afterEach, beforeAll } from "vitest";
import { startApiStub, type ApiStub } from "./api-stub.js";
import { createClock } from "./clock.js";
import { makeAccount, startTestGateway, type TestGateway } from "./gateway.js";
import type { StoreKind, useStores } from "./stores.js";

export let on: TestGateway;
export let stub: ApiStub;
/** The id of the account "Mine". */
export let account: string;
export const clock = createClock();

/** The gateway of a describe block, with one account and a clock that each test moves. */
export function useCredentials(kind: StoreKind, settingsOf: ReturnType<typeof useStores>): void {
  beforeAll(async () => {
    stub = await startApiStub();
    const settings = { ...(await settingsOf(kind)), baseUrls: [stub.url] };
    on = await startTestGateway({ settings, clock });
    account = await makeAccount(on, stub.url, "Mine");
  });
  afterAll(async () => {
    await on.stop();
    await stub.close();
  });
  afterEach(() => clock.set(0));
}

export async function apiToken(input: object = {}): Promise<{ id: string; token: string }> {
  return (await on.ask<{ id: string; token: string }>("POST", "/api-tokens", { name: "t", ...input })).body;
}

/** The newest log entry of a refused credential. */
export async function reason(): Promise<string | undefined> {
  const { body } = await on.ask<{ result: { outcome: string }[] }>("GET", "/log?kind=access&limit=1");
  return body.result[0]?.outcome;
}
