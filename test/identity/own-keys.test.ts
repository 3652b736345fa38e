import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testAdminToken, makeServer } from "../gateway/kit/gateway.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { openOwnKeys, type OwnKeysScene, type Somebody } from "./kit/own-keys.js";

const settingsOf = useStores();

describe.each(storeKinds)("a server URL whose calls need each person's own key, on %s", (kind) => {
  let scene: OwnKeysScene;
  let count = 0;
  beforeAll(async () => {
    scene = await openOwnKeys(await settingsOf(kind));
  });
  afterAll(() => scene?.close());
  beforeEach(() => {
    scene.stub.arrived.length = 0;
    count += 1;
  });

  const somebody = (name: string) => scene.somebody(`${name}${count}`);
  const link = () => `${scene.on.url}/own-keys/${scene.account}`;
  const faultOf = async (person: Somebody) => {
    const { result, value } = await person.call(scene.server, "list_teams");
    expect(result?.isError).toBe(true);
    return (value as unknown as { error: { kind: string; message: string; next: string } }).error;
  };
  const keysSent = () => scene.stub.arrived.map(({ key }) => key);

  it("answers a person without a key with a link, and sends nothing, also not with the account's key", async () => {
    const ann = await somebody("ann");
    const fault = await faultOf(ann);
    expect(fault.kind).toBe("credentials");
    expect(fault.message).toContain("each person's own key, and this person has none");
    expect(fault.next).toContain(link());
    expect(scene.stub.arrived).toEqual([]);
    expect((await ann.read(`/own-keys/${scene.account}`)).text).toContain("You are signed in as");
  });

  it("calls with the key that the person deposited, which was checked and is shown nowhere", async () => {
    const ann = await somebody("ann");
    await ann.deposit(scene.account, `fhb-of-${ann.name}`);
    expect(keysSent()).toEqual([`fhb-of-${ann.name}`]);
    const { isOk, text } = await ann.call(scene.server, "list_teams");
    expect(isOk).toBe(true);
    expect(text).toContain(`as of-${ann.name}`);
    const { db } = scene.on.gateway.core.store;
    const rows = await db.selectFrom("own_keys").selectAll().where("subject", "=", ann.name).execute();
    const shown = [
      (await ann.read("/own-keys")).text,
      (await ann.read(`/own-keys/${scene.account}`)).text,
      JSON.stringify((await scene.on.ask("GET", `/integrated-account/${scene.account}/own-keys`)).body),
      JSON.stringify((await scene.on.ask("GET", "/log?limit=100")).body),
      JSON.stringify(rows),
      scene.on.logged(),
    ];
    for (const one of shown) expect(one).not.toContain(`fhb-of-${ann.name}`);
    expect(shown[0]).toContain("Acme");
    expect(shown[2]).toContain(`"person":"${ann.name} Smith"`);
  });

  it("refuses a key that the API refuses, and keeps the one before", async () => {
    const ann = await somebody("ann");
    const refused = await ann.send(`/own-keys/${scene.account}`, { api_key: "fhb-bad" });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("refuses the key");
    expect((await faultOf(ann)).next).toContain(link());
    await ann.deposit(scene.account, "fhb-good");
    expect((await ann.send(`/own-keys/${scene.account}`, { api_key: "fhb-bad" })).status).toBe(400);
    expect((await ann.call(scene.server, "list_teams")).text).toContain("as good");
  });

  it("lets the person replace and remove their key, and only their own", async () => {
    const [ann, bob] = [await somebody("ann"), await somebody("bob")];
    await ann.deposit(scene.account, "fhb-first");
    await bob.deposit(scene.account, "fhb-bobs");
    await ann.deposit(scene.account, "fhb-second");
    expect((await ann.call(scene.server, "list_teams")).text).toContain("as second");
    expect((await ann.send(`/own-keys/${scene.account}/remove`)).status).toBe(303);
    expect((await faultOf(ann)).next).toContain(link());
    expect((await bob.call(scene.server, "list_teams")).text).toContain("as bobs");
  });

  it("answers the API's 401 with the link, and does not fall back to the account's key", async () => {
    const ann = await somebody("ann");
    await ann.deposit(scene.account, "fhb-dying");
    scene.stub.arrived.length = 0;
    scene.stub.reply = ({ key }) =>
      key === "fhb-dying" ? { status: 401, value: { detail: "no" } } : undefined;
    const fault = await faultOf(ann);
    scene.stub.reply = () => undefined;
    expect(fault).toMatchObject({ kind: "credentials", status: 401 });
    expect(fault.message).toContain("It was the person's own key.");
    expect(fault.next).toContain(link());
    expect(keysSent()).toEqual(["fhb-dying"]);
  });

  it("does not read a row that was copied to another person or account", async () => {
    const [ann, eve] = [await somebody("ann"), await somebody("eve")];
    await ann.deposit(scene.account, "fhb-anns");
    const { db } = scene.on.gateway.core.store;
    const row = await db
      .selectFrom("own_keys")
      .selectAll()
      .where("subject", "=", ann.name)
      .executeTakeFirstOrThrow();
    await db
      .insertInto("own_keys")
      .values({ ...row, id: `own_${eve.name}`, subject: eve.name })
      .execute();
    scene.stub.arrived.length = 0;
    const fault = await faultOf(eve);
    expect(fault.message).toContain("can't read this person's own key");
    expect(fault.next).toContain(link());
    expect(scene.stub.arrived).toEqual([]);
  });

  it("is refused without sign-in, at the provider of the page", async () => {
    const { on, account } = scene;
    const without = await on.ask("POST", `/integrated-account/${account}/mcp`, {
      name: "No sign-in",
      config: { upstream: "person" },
    });
    expect(without.status).toBe(400);
    expect(JSON.stringify(without.body)).toContain("config.upstream: person needs sign-in at the server URL");
    const { id } = scene.server;
    const change = await on.ask("PATCH", `/integrated-account/${account}/mcp/${id}`, {
      config: { oauth: null },
    });
    expect(change.status).toBe(400);
  });

  it("needs a person: the admin token deposits no key, and its playground calls nothing", async () => {
    const { on, account } = scene;
    const body = new URLSearchParams({ person: "Root", token: testAdminToken });
    const signedIn = await fetch(`${on.url}/sign-in`, { method: "POST", body, redirect: "manual" });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(";", 1)[0]!;
    const page = await fetch(`${on.url}/own-keys/${account}`, { headers: { cookie, accept: "text/html" } });
    expect([page.status, await page.text()]).toEqual([
      403,
      expect.stringContaining("Only people who sign in"),
    ]);
  });

  it("shows a person nothing of accounts that ask for no own key", async () => {
    const ann = await somebody("ann");
    const other = await scene.addAccount(`Shared ${count}`);
    await makeServer(scene.on, other);
    for (const id of [other, "acc_none"]) {
      expect((await ann.read(`/own-keys/${id}`)).status).toBe(404);
      expect((await ann.send(`/own-keys/${id}`, { api_key: "fhb-x" })).status).toBe(404);
    }
    expect(scene.stub.arrived).toEqual([]);
  });

  it("lets owners of the account see who has a key and revoke it, and nobody else", async () => {
    const { on, account } = scene;
    const ann = await somebody("ann");
    await ann.deposit(account, "fhb-anns");
    const { body } = await on.ask<{ result: { id: string; subject: string }[] }>(
      "GET",
      `/integrated-account/${account}/own-keys`,
    );
    const { id } = body.result.find(({ subject }) => subject === ann.name)!;
    const bearer = { authorization: `Bearer ${ann.cookie}` };
    const path = `/integrated-account/${account}/own-keys`;
    expect((await on.ask("GET", path, undefined, bearer)).status).toBe(403);
    expect((await on.ask("DELETE", `${path}/${id}`, undefined, bearer)).status).toBe(403);
    const other = await scene.addAccount(`Other ${count}`);
    expect((await on.ask("DELETE", `/integrated-account/${other}/own-keys/${id}`)).status).toBe(404);
    expect((await on.ask("DELETE", `${path}/${id}`)).status).toBe(204);
    expect((await faultOf(ann)).next).toContain(link());
  });
});
