import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeServer } from "../gateway/kit/gateway.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { openRoles, type Member, type RolesScene } from "./kit/roles.js";

/* A call that a person makes on the page is sent with their session. */
const settingsOf = useStores();

/** How the access of a person ends while their call waits, and what the page says. */
const ends: Readonly<Record<string, (scene: RolesScene, person: Member) => unknown>> = {
  "their session is over": ({ clock }) => clock.pass(61 * 60_000),
  "they sign out": (_, person) => person.ask("POST /sign-out"),
  "they are removed": ({ on }, { subject }) => on.ask("POST", "/people/remove", { subject }),
  "their role is taken away": async ({ on }, { subject }) => {
    const { body } = await on.ask<{ result: { id: string; holder: string }[] }>("GET", "/roles");
    const { id } = body.result.find(({ holder }) => holder === `group of ${subject.replace("id-of-", "")}`)!;
    await on.ask("DELETE", `/roles/${id}`);
  },
};

describe.each(storeKinds)("a call of the playground that waits, on %s", (kind) => {
  let scene: RolesScene;
  let people = 0;
  beforeAll(async () => {
    scene = await openRoles(await settingsOf(kind));
  });
  beforeEach(() => {
    scene.clock.set(0);
    scene.stub.arrived.length = 0;
    scene.stub.reply = () => ({ status: 429, value: { detail: "wait" } });
  });
  afterAll(() => scene?.close());

  it.each(Object.entries(ends))("is not sent again once %s", async (_, end) => {
    const { alpha, on, stub } = scene;
    const { id } = await makeServer(on, alpha.id, { surface: "full" });
    const person = await scene.member(`caller${(people += 1)}`, [{ role: "owner", account_id: alpha.id }]);
    const path = `POST /playground?server=${id}&tool=list_teams`;
    const called = person.ask(path, {}, {});
    await expect.poll(() => stub.arrived.length).toBe(1);
    await end(scene, person);
    expect((await called).text).toContain("The request was not sent.");
    expect(stub.arrived.length).toBe(1);
  });
});
