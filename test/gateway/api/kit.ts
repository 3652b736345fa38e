import { afterAll, beforeAll, expect } from "vitest";
import { startApiStub, type ApiStub } from "../kit/api-stub.js";
import { createDocumentCheck, type Document } from "../kit/document.js";
import { startTestGateway, type Reply, type TestGateway } from "../kit/gateway.js";
import type { StoreKind, useStores } from "../kit/stores.js";

export interface Thing {
  id: string;
  name: string;
  result: Thing[];
  next_cursor: string | null;
  message: string;
  [field: string]: unknown;
}

/** The management API of a gateway. Each answer is checked against the gateway's own document. */
export interface TestedApi {
  on: TestGateway;
  stub: ApiStub;
  document: Document;
  documented: ReturnType<typeof createDocumentCheck>;
  ask(method: string, path: string, body?: unknown): Promise<Reply<Thing>>;
  account(name?: string): Promise<Thing>;
}

/** Starts a gateway before the tests around, and stops it after them. */
export function useApi(kind: StoreKind, settingsOf: ReturnType<typeof useStores>): TestedApi {
  const api = { ask, account } as TestedApi;

  beforeAll(async () => {
    api.stub = await startApiStub();
    const settings = { ...(await settingsOf(kind)), baseUrls: [api.stub.url] };
    api.on = await startTestGateway({ settings });
    api.document = (await api.on.ask<Document>("GET", "/openapi.json", undefined, {})).body;
    api.documented = createDocumentCheck(api.document);
  });
  afterAll(async () => {
    await api.on.stop();
    await api.stub.close();
  });

  async function ask(method: string, path: string, body?: unknown): Promise<Reply<Thing>> {
    const answer = await api.on.ask<Thing>(method, path, body);
    api.documented.check(method, path, answer);
    return answer;
  }

  async function account(name = "Acme"): Promise<Thing> {
    const { status, body } = await ask("POST", "/integrated-account", {
      name,
      base_url: api.stub.url,
      api_key: `fhb-${name}`,
    });
    expect(status).toBe(201);
    return body;
  }

  return api;
}
