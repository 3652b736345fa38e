import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pace } from "../gateway/kit/gateway.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { openOwnKeys, type OwnKeysScene, type Somebody } from "./kit/own-keys.js";

const settingsOf = useStores();

/** What ends a person's key. */
const ends: Readonly<
  Record<string, (scene: OwnKeysScene, person: Somebody, account: string) => Promise<unknown>>
> = {
  "the person removes it": (_scene, person, account) => person.send(`/own-keys/${account}/remove`),
  "an owner revokes it": async ({ on }, { name }, account) => {
    const path = `/integrated-account/${account}/own-keys`;
    const { body } = await on.ask<{ result: { id: string; subject: string }[] }>("GET", path);
    const { id } = body.result.find(({ subject }) => subject === name)!;
    return on.ask("DELETE", `${path}/${id}`);
  },
  "the person is removed": ({ on }, { name }) => on.ask("POST", "/people/remove", { subject: name }),
  "the account is deleted": ({ on }, _person, account) => on.ask("DELETE", `/integrated-account/${account}`),
};

/** On a slow machine a call may wait for long until the key ends. */
const patient = { call_seconds: 600, connect_seconds: 60, first_byte_seconds: 300 };

describe.each(storeKinds)("a person's own key, on %s", (kind) => {
  let scene: OwnKeysScene;
  let release = () => {};
  beforeAll(async () => {
    scene = await openOwnKeys(await settingsOf(kind));
  });
  // A test that failed leaves its answers held.
  afterEach(() => {
    release();
    scene.stub.held = undefined;
  });
  afterAll(() => scene?.close());

  it.each(Object.entries(ends))("is deleted, and a call that waits is not sent: %s", async (what, end) => {
    const account = await scene.addAccount(`Account where ${what}`);
    const server = await scene.addServer(account, patient);
    const [ann, crowd] = [await scene.somebody(`ann, ${what}`), await scene.somebody(`crowd, ${what}`)];
    await ann.deposit(account, "fhb-anns");
    await crowd.deposit(account, "fhb-crowd");
    scene.stub.arrived.length = 0;
    scene.stub.held = new Promise((resolve) => (release = resolve));
    const before = Array.from({ length: pace.requests }, () => crowd.call(server, "list_teams"));
    // With one less under way, the next call would not wait.
    await expect.poll(() => scene.stub.arrived.length).toBe(pace.requests);
    const waiting = ann.call(server, "create_team", { name: "Late" });
    const intents = async () =>
      (await scene.on.ask<{ result: unknown[] }>("GET", `/log?server_id=${server.id}&tool=create_team`)).body
        .result;
    await expect.poll(async () => (await intents()).length).toBe(1);
    await end(scene, ann, account);
    const { value } = await waiting;
    expect(value).toMatchObject({ error: { kind: "cancelled" } });
    release();
    scene.stub.held = undefined;
    await Promise.all(before);
    expect(scene.stub.arrived.filter(({ method }) => method === "POST")).toEqual([]);
    const { db } = scene.on.gateway.core.store;
    const left = await db
      .selectFrom("own_keys")
      .select("id")
      .where("account_id", "=", account)
      .where("subject", "=", ann.name)
      .execute();
    expect(left).toEqual([]);
  });
});
