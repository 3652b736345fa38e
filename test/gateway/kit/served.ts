import { afterAll, beforeAll, beforeEach } from "vitest";
import { startApiStub, type ApiStub } from "./api-stub.js";
import { makeAccount, startTestGateway, type TestGateway } from "./gateway.js";
import type { StoreKind, useStores } from "./stores.js";

/** An incident that the API's stub knows. */
export const incident = "00000000-0000-4000-8000-000000000001";

export let on: TestGateway;
export let stub: ApiStub;
export let account: string;

/** The gateway of a describe block, with one account. */
export function useServed(kind: StoreKind, settingsOf: ReturnType<typeof useStores>): void {
  beforeAll(async () => {
    stub = await startApiStub();
    on = await startTestGateway({
      settings: { ...(await settingsOf(kind)), baseUrls: [stub.url], auditValues: true },
    });
    account = await makeAccount(on, stub.url);
  });
  beforeEach(() => {
    stub.arrived.length = 0;
    stub.reply = () => undefined;
    stub.delayMs = 0;
  });
  afterAll(async () => {
    await on.stop();
    await stub.close();
  });
}

/** Entries of the log. */
export async function entries(query: string): Promise<Record<string, unknown>[]> {
  return (await on.ask<{ result: Record<string, unknown>[] }>("GET", `/log?${query}`)).body.result;
}
