import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { testGateway, type TestGateway } from "./kit.js";
import { visit, type Visitor } from "./visitor.js";

export let gateway: TestGateway;
export let visitor: Visitor;
export let page: Page;

/** A gateway and a person with a browser who has signed in, for a describe block. */
export function useSignedIn(): void {
  beforeAll(async () => {
    gateway = await testGateway();
    visitor = await visit();
    ({ page } = visitor);
    await visitor.signIn(gateway.url);
  }, 120_000);
  afterAll(async () => {
    await visitor?.close();
    await gateway?.close();
  });
}
