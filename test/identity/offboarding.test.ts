import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findApproval, openApproval } from "../../gateway/consent/approvals.js";
import { decideApproval } from "../../gateway/consent/decisions.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { openOwnKeys, type OwnKeysScene, type Somebody } from "./kit/own-keys.js";

const settingsOf = useStores();

/** What a person can have at the gateway. `works` says whether it still has an effect. */
interface Possession {
  take(scene: OwnKeysScene, person: Somebody): Promise<{ works(): Promise<boolean> }>;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const act = (issuer: string, subject: string) => ({ actor: subject, issuer, subject, requestId: "req" });

/** A waiting call of somebody. */
async function waitingCall({ account, server, on }: OwnKeysScene, name: string, requester?: string) {
  const asked = {
    ...{ accountId: account, serverId: server.id, caller: name, tool: "create_team", requestId: "req" },
    ...{ args: { name }, resolved: {}, way: "page" as const, needed: 1, digest: name, requester },
    ...{ waitMinutes: 10, mayRepeat: false, publicUrl: "http://localhost" },
  };
  const { id } = (await openApproval(on.gateway.core, asked))!;
  const state = async () => (await findApproval(on.gateway.core, asked))?.state;
  return { id, state };
}

let made = 0;
let runs = 0;
const possessions: Readonly<Record<string, Possession>> = {
  session: {
    take: async ({ on, somebody }, { name }) => {
      const { cookie } = await somebody(name);
      return { works: async () => (await on.ask("GET", "/apis", undefined, bearer(cookie))).status === 200 };
    },
  },
  "service token": {
    take: async ({ on }, { cookie }) => {
      const expires_at = new Date(Date.now() + 86_400_000).toISOString();
      const input = { name: "CI", role: "viewer", integrated_account_id: null, expires_at };
      const { status, body } = await on.ask<{ token: string }>(
        "POST",
        "/service-tokens",
        input,
        bearer(cookie),
      );
      expect(status).toBe(201);
      return {
        works: async () => (await on.ask("GET", "/apis", undefined, bearer(body.token))).status === 200,
      };
    },
  },
  "approval that they gave": {
    take: async (scene, { name }) => {
      const { id, state } = await waitingCall(scene, `call ${++made}`);
      await decideApproval(scene.on.gateway.core, id, "approved", act(scene.issuer.url, name));
      return { works: async () => (await state()) === "approved" };
    },
  },
  "call that waits": {
    take: async (scene, { name }) => {
      const { state } = await waitingCall(scene, `call ${++made}`, name);
      return { works: async () => (await state()) === "pending" };
    },
  },
  "own key": {
    take: async (scene, person) => {
      await person.deposit(scene.account, `fhb-${person.name}`);
      return {
        works: async () => (await person.call(scene.server, "list_teams")).isOk,
      };
    },
  },
};

describe.each(storeKinds)("a person who is removed, on %s", (kind) => {
  let scene: OwnKeysScene;
  beforeAll(async () => {
    scene = await openOwnKeys(await settingsOf(kind));
  });
  afterAll(() => scene?.close());

  async function owner(name: string): Promise<Somebody> {
    const input = { role: "owner", holder_kind: "person", holder: name, integrated_account_id: null };
    expect((await scene.on.ask("POST", "/roles", input)).status).toBe(201);
    return scene.somebody(name);
  }

  it(
    "has nothing left that works, whatever they had, and others keep theirs",
    { timeout: 120_000 },
    async () => {
      const names = Object.keys(possessions);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 8 }),
          async (taken) => {
            runs += 1;
            // Only twenty calls of a server URL may wait.
            await scene.on.gateway.core.store.db.deleteFrom("approvals").execute();
            const [gone, kept] = [await owner(`gone${runs}`), await owner(`kept${runs}`)];
            const take = async (person: Somebody) => {
              const things = [];
              for (const name of taken)
                things.push({ name, ...(await possessions[name]!.take(scene, person)) });
              return things;
            };
            const [theirs, others] = [await take(gone), await take(kept)];
            for (const { name, works } of [...theirs, ...others])
              expect([name, await works()]).toEqual([name, true]);
            expect((await scene.on.ask("POST", "/people/remove", { subject: gone.name })).status).toBe(204);
            for (const { name, works } of theirs) expect([name, await works()]).toEqual([name, false]);
            for (const { name, works } of others) expect([name, await works()]).toEqual([name, true]);
          },
        ),
        { numRuns: 15, examples: [[names]] },
      );
    },
  );
});
