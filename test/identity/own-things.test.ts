import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { command as connections } from "../../cli/admin/connection.js";
import { command as ownKeys } from "../../cli/admin/own-key.js";
import { insertConnection } from "../../gateway/authorization/connections.js";
import { testAdminToken } from "../gateway/kit/gateway.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { openOwnKeys, type OwnKeysScene, type Somebody } from "./kit/own-keys.js";

const settingsOf = useStores();

describe.each(storeKinds)("a person's own keys and clients, on %s", (kind) => {
  let scene: OwnKeysScene;
  let [ann, bob]: Somebody[] = [];
  let said: string[] = [];
  let count = 0;
  const print = { log: console.log, error: console.error };
  const say = (text: string) => void said.push(text);
  beforeAll(async () => {
    scene = await openOwnKeys(await settingsOf(kind));
    Object.assign(console, { log: say, error: say });
  });
  afterAll(async () => {
    Object.assign(console, print);
    await scene?.close();
  });
  beforeEach(async () => {
    said = [];
    count += 1;
    [ann, bob] = [await scene.somebody(`ann${count}`), await scene.somebody(`bob${count}`)];
  });
  afterEach(() => void delete process.env["STANDPIPE_TOKEN"]);

  /** Runs a command as a person, or with the admin token. */
  async function run(group: typeof ownKeys, who: Somebody | undefined, ...words: string[]) {
    said = [];
    process.env["STANDPIPE_TOKEN"] = who?.cookie ?? testAdminToken;
    const code = await group.run([...words, "--url", scene.on.url]);
    return { code, text: said.join("\n") };
  }
  const as = (who: Somebody) => ({ authorization: `Bearer ${who.cookie}` });

  async function allowClient(who: Somebody, name: string): Promise<string> {
    const { core } = scene.on.gateway;
    const client = { client_id: `https://${name}.example/client.json`, client_name: name };
    const person = { issuer: scene.issuer.url, subject: who.name };
    const place = { account_id: scene.account, server_id: scene.server.id, redirect_host: "desk.example" };
    const given = { ...place, ...client, ...person, scopes: "[]" };
    return (await insertConnection(core.store.db, given, core.now())).id;
  }

  it("are listed and removed by their person at the command line, and only theirs", async () => {
    await ann!.deposit(scene.account, "fhb-anns");
    await bob!.deposit(scene.account, "fhb-bobs");
    const listed = await run(ownKeys, ann, "list");
    expect(listed.text).toContain("Acme");
    expect(listed.text).not.toContain("fhb-");
    expect(await run(ownKeys, ann, "remove", "Acme")).toEqual({ code: 0, text: "Your key is removed." });
    expect((await run(ownKeys, ann, "list", "--json")).text).toBe("[]");
    expect(await run(ownKeys, ann, "remove", "Acme")).toMatchObject({
      code: 1,
      text: expect.stringContaining('You have no own key for "Acme".'),
    });
    expect((await run(ownKeys, bob, "list")).text).toContain(scene.account);
    expect((await ann!.call(scene.server, "list_teams")).result?.isError).toBe(true);
    expect((await bob!.call(scene.server, "list_teams")).text).toContain("as bobs");
  });

  it("are listed and revoked by owners of the account at the command line", async () => {
    await ann!.deposit(scene.account, "fhb-anns");
    const { text } = await run(ownKeys, undefined, "list", "--account", "Acme", "--json");
    const all = JSON.parse(text) as { id: string; subject: string }[];
    const { id } = all.find(({ subject }) => subject === ann!.name)!;
    expect((await run(ownKeys, bob, "revoke", id, "--account", scene.account)).code).toBe(1);
    expect((await run(ownKeys, undefined, "revoke", id, "--account", "Acme")).code).toBe(0);
    expect((await run(ownKeys, ann, "list", "--json")).text).toBe("[]");
  });

  it("belong to no admin token and no service token", async () => {
    for (const path of ["/session/own-keys", "/session/connections"]) {
      const { status, body } = await scene.on.ask("GET", path);
      expect(status).toBe(403);
      expect(body).toMatchObject({ message: expect.stringContaining("Only people who sign in") });
    }
    expect((await run(connections, undefined, "list", "--own")).code).toBe(1);
  });

  it("lets a person list and end their clients, and no client of another person", async () => {
    const id = await allowClient(ann!, `desk${count}`);
    expect((await run(connections, ann, "list", "--own")).text).toContain(`desk${count}`);
    expect((await run(connections, bob, "list", "--own")).text).not.toContain(`desk${count}`);
    expect((await run(connections, bob, "end", id, "--own")).code).toBe(1);
    expect((await run(connections, bob, "end", id)).code).toBe(1);
    expect((await bob!.send(`/own-clients/${id}/end`)).status).toBe(404);
    const path = `/session/connections/${id}`;
    expect((await scene.on.ask("DELETE", path, undefined, as(bob!))).status).toBe(404);
    const page = await ann!.read("/own-clients");
    expect(page.text).toContain(`desk${count}`);
    expect(page.text).toContain("desk.example");
    expect((await ann!.send(`/own-clients/${id}/end`)).status).toBe(303);
    expect((await ann!.read("/own-clients")).text).toContain("You allowed no client.");
    expect((await run(connections, ann, "end", id, "--own")).code).toBe(1);
  });

  it("lets operators list and end the clients of their accounts, on the page and at the command line", async () => {
    const [one, two] = [await allowClient(ann!, `one${count}`), await allowClient(bob!, `two${count}`)];
    const body = new URLSearchParams({ person: "Root", token: testAdminToken });
    const signedIn = await fetch(`${scene.on.url}/sign-in`, { method: "POST", body, redirect: "manual" });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(";", 1)[0]!;
    const headers = { cookie, accept: "text/html" };
    const read = async () => (await fetch(`${scene.on.url}/clients`, { headers })).text();
    const page = await read();
    for (const shown of [`one${count}`, `two${count}`, ann!.name, bob!.name]) expect(page).toContain(shown);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)![1]!;
    const form = {
      method: "POST",
      headers,
      body: new URLSearchParams({ csrf }),
      redirect: "manual",
    } as const;
    expect((await fetch(`${scene.on.url}/clients/${one}/end`, form)).status).toBe(303);
    expect(await read()).not.toContain(`one${count}`);
    expect((await run(connections, undefined, "list")).text).toContain(`two${count}`);
    expect((await run(connections, undefined, "end", two)).code).toBe(0);
    expect(await read()).not.toContain(`two${count}`);
    expect((await ann!.read("/clients")).status).toBe(403);
  });
});
