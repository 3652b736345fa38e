import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { openOwnKeys, type OwnKeysScene } from "./kit/own-keys.js";

const settingsOf = useStores();
const PEOPLE = 200;
/** A server URL answers at most a quarter of the gateway's requests at once. */
const AT_ONCE = 40;

/** Does the work for all, some at a time. */
async function forAll<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
    }),
  );
}

describe.each(storeKinds)("own keys of 200 people on two accounts, on %s", (kind) => {
  let scene: OwnKeysScene;
  beforeAll(async () => {
    scene = await openOwnKeys(await settingsOf(kind));
  });
  afterAll(() => scene?.close());

  it(
    "are never crossed: each request has the key of its caller for its account",
    { timeout: 180_000 },
    async () => {
      const accounts = [scene.account, await scene.addAccount("Beta")];
      const servers = [scene.server, await scene.addServer(accounts[1]!)];
      const people = await Promise.all(Array.from({ length: PEOPLE }, (_, at) => scene.somebody(`p${at}`)));
      const pairs = people.flatMap((person) => accounts.map((account, at) => ({ person, account, at })));
      const keyOf = (name: string, at: number) => `fhb-${name}-on-${at}`;
      await forAll(pairs, ({ person, account, at }) => person.deposit(account, keyOf(person.name, at)));
      scene.stub.arrived.length = 0;
      await forAll(pairs, async ({ person, at }) => {
        const marker = `marker-${person.name}-on-${at}`;
        const { text } = await person.call(servers[at]!, "list_teams", { query: marker });
        expect(text).toContain(`${marker} as ${person.name}-on-${at}`);
      });
      const seen = scene.stub.arrived.map(({ key, query }) => [query.get("query"), key] as const);
      const crossed = seen.filter(([marker, key]) => marker?.replace("marker-", "fhb-") !== key);
      expect(crossed).toEqual([]);
      expect(new Set(seen.map(([marker]) => marker)).size).toBe(PEOPLE * accounts.length);
    },
  );
});
