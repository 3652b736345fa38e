import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { command as servers } from "../../cli/admin/server.js";
import { roleRights, roles, serviceRoles, type Role } from "../../gateway/identity/roles.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { submit } from "./kit/agent.js";
import { openRoles, type Member, type RolesScene } from "./kit/roles.js";
import { owners } from "./kit/scene.js";

const settingsOf = useStores();

interface Made {
  readonly id: string;
  readonly token: string;
}

const day = 86_400_000;

describe.each(storeKinds)("service tokens on %s", (kind) => {
  let scene: RolesScene;
  beforeAll(async () => {
    scene = await openRoles(await settingsOf(kind));
  });
  afterAll(() => scene?.close());
  afterEach(() => scene.clock.set(0));

  const inDays = (days: number) => new Date(scene.clock.now().getTime() + days * day).toISOString();

  function make(member: Member, input: object) {
    return member.ask("POST /service-tokens", {}, { name: "CI", expires_at: inDays(60), ...input });
  }

  async function made(member: Member, input: object): Promise<Made> {
    const { status, text } = await make(member, input);
    expect(status, text).toBe(201);
    return JSON.parse(text) as Made;
  }

  const use = ({ token }: Made, method = "GET", path = "/servers", body?: object) =>
    scene.on.ask<{ id: string; result: { id: string }[] }>(method, path, body, {
      authorization: `Bearer ${token}`,
    });

  it("have one role on one account, without a cookie and its proof, and the log names them", async () => {
    const { alpha, beta } = scene;
    const ada = await scene.member("ada", [{ role: "owner", account_id: null }]);
    const token = await made(ada, { role: "operator", integrated_account_id: alpha.id });
    const { body } = await use(token);
    expect(body.result.map(({ id }) => id)).toEqual([alpha.server]);
    const added = await use(token, "POST", `/integrated-account/${alpha.id}/mcp`, { name: "From CI" });
    expect(added.status).toBe(201);
    const entry = (await use(token, "GET", "/log?action=server.create&limit=1")).body.result[0];
    expect(entry).toMatchObject({ actor: "service:CI", role: "operator" });
    const { id } = added.body;
    expect((await use(token, "DELETE", `/integrated-account/${alpha.id}/mcp/${id}`)).status).toBe(204);
    expect((await use(token, "GET", `/integrated-account/${beta.id}`)).status).toBe(403);
    expect((await use(token, "PATCH", `/integrated-account/${alpha.id}`, { name: "x" })).status).toBe(403);
  });

  it.each(roles)("of a person who is %s have at most the rights of that role", async (role) => {
    const maker = await scene.member(`maker-${role}`, [{ role, account_id: scene.alpha.id }]);
    const mayMake: readonly Role[] = ["operator", "owner"];
    for (const given of serviceRoles) {
      const isCovered = roleRights[given].every((right) => roleRights[role].includes(right));
      const { status, text } = await make(maker, { role: given, integrated_account_id: scene.alpha.id });
      expect(status, `${given}: ${text}`).toBe(mayMake.includes(role) && isCovered ? 201 : 403);
      const everywhere = await make(maker, { role: given });
      expect(everywhere.status, everywhere.text).toBe(403);
    }
  });

  it("make no further tokens, and open no page's form", async () => {
    const eve = await scene.member("eve", [{ role: "owner", account_id: null }]);
    const token = await made(eve, { role: "owner" });
    const input = { name: "child", role: "viewer", expires_at: inDays(1) };
    const refused = await use(token, "POST", "/service-tokens", input);
    expect(refused).toMatchObject({ status: 403, body: { message: /service token cannot make/ } });
    expect((await use(token, "POST", `/approvals/${scene.alpha.approval}`)).status).toBe(403);
  });

  const ends: Record<string, (person: Member, token: Made) => Promise<unknown>> = {
    "they are revoked": (person, { id }) => person.ask("DELETE /service-tokens/:id", { id }),
    "they expire": async () => scene.clock.set(61 * day),
    "their owner has no such role any more": async () => {
      const { body } = await scene.on.ask<{ result: { id: string; holder: string }[] }>("GET", "/roles");
      const { id } = body.result.find(({ holder }) =>
        holder.startsWith("group of leaver their owner has no such role"),
      )!;
      await scene.on.ask("DELETE", `/roles/${id}`);
    },
    "their owner is removed": ({ subject }) => scene.on.ask("POST", "/people/remove", { subject }),
    "their owner has not signed in for 30 days": async () => scene.clock.set(31 * day),
  };
  it.each(Object.entries(ends))("end when %s", async (name, end) => {
    const owner = await scene.member(`leaver ${name}`, [{ role: "owner", account_id: null }]);
    const token = await made(owner, { role: "viewer" });
    expect((await use(token)).status).toBe(200);
    await end(owner, token);
    expect((await use(token)).status).toBe(401);
  });

  it("need an expiry within a year, and are stored as a hash", async () => {
    const ada = await scene.member("ada-again", [{ role: "owner", account_id: null }]);
    for (const expires_at of [inDays(-1), inDays(367), null])
      expect((await make(ada, { role: "viewer", expires_at })).status).toBe(400);
    const { id, token } = await made(ada, { role: "viewer" });
    const { db } = scene.on.gateway.core.store;
    const row = await db.selectFrom("service_tokens").selectAll().where("id", "=", id).executeTakeFirst();
    expect(row).toBeDefined();
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("are made on the page, shown once, and work for the command line", async () => {
    const agent = await scene.person("boss", [owners]);
    const page = await agent.open(`${scene.on.url}/ci-tokens`);
    const form = { ...page, html: page.html.slice(page.html.indexOf("<main")) };
    const values = { name: "Pipeline", role: "viewer", account: "", expires: "86400", expires_at: "" };
    const created = await submit(agent, form, values);
    const [, token] = /STANDPIPE_TOKEN=(spv_[\w-]{49})/.exec(created.html)!;
    const reloaded = await agent.open(created.url);
    expect(reloaded.html).not.toContain(token);
    expect(reloaded.html).toContain("Pipeline");
    expect(await run(["list", "--url", scene.on.url, "--json"], token!)).toContain(scene.alpha.server);
    await expect(run(["list", "--url", scene.on.url], `${token!.slice(0, -1)}_`)).rejects.toThrow(
      /refuses the service token/,
    );
  });

  async function run(words: readonly string[], token: string): Promise<string> {
    const said: string[] = [];
    const { log, error } = console;
    console.log = (text: string) => void said.push(text);
    console.error = (text: string) => void said.push(text);
    process.env["STANDPIPE_TOKEN"] = token;
    try {
      const code = await servers.run([...words]);
      if (code !== 0) throw new Error(said.join("\n"));
      return said.join("\n");
    } finally {
      delete process.env["STANDPIPE_TOKEN"];
      Object.assign(console, { log, error });
    }
  }
});
