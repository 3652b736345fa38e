import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApproval } from "../../gateway/consent/approvals.js";
import { decideApproval } from "../../gateway/consent/decisions.js";
import { rightsOfPerson } from "../../gateway/identity/held-roles.js";
import { roleRights, roles, type Right, type Role } from "../../gateway/identity/roles.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { openRoles, type Member, type RolesScene } from "./kit/roles.js";

const settingsOf = useStores();
const rights = roleRights.owner;

describe.each(storeKinds)("what people see and change on %s", (kind) => {
  let scene: RolesScene;
  beforeAll(async () => {
    scene = await openRoles(await settingsOf(kind));
  });
  afterAll(() => scene?.close());

  const lists = [
    ...["GET /integrated-account", "GET /servers", "GET /api-tokens", "GET /log", "GET /usage", "GET /roles"],
    ...["GET /", "GET /feed", "GET /accounts", "GET /server-urls", "GET /server-urls/new", "GET /tokens"],
    ...["GET /tokens/new", "GET /approvals", "GET /audit", "GET /people"],
    ...["server", "account", "tool", "person"].flatMap((by) =>
      ["", "&since=2020-01-31T12%3A00%3A00Z", "&tool=tool+of+Alpha&person=oauth%3Acaller+of+Alpha"].map(
        (more) => `GET /usage?by=${by}${more}`,
      ),
    ),
  ];

  it("is only their accounts, in every list, search, number and log", async () => {
    const { alpha, beta } = scene;
    const ada = await scene.member("ada", [{ role: "owner", account_id: alpha.id }]);
    await scene.member("boss-of-beta", [{ role: "owner", account_id: beta.id }]);
    let seen = "";
    for (const route of [...lists, "GET /servers?called=Server+of+Beta", "GET /server-urls?q=Beta"]) {
      const { status, text } = await ada.ask(route);
      expect(status === 200 || status === 303, `${route} ${status}`).toBe(true);
      for (const theirs of ["of Beta", "boss-of-beta", beta.id, beta.server, beta.token, beta.approval])
        expect(text.replaceAll("q=Beta", "").includes(theirs), `${route} shows ${theirs}`).toBe(false);
      seen += text;
    }
    const ownUsage = ["tool of Alpha", "caller of Alpha"];
    for (const own of ["Server of Alpha", "Token of Alpha", alpha.id, alpha.approval, ...ownUsage])
      expect(seen).toContain(own);
    for (const route of ["GET /usage?by=day", "GET /usage?by=hour&since=2020-01-31T12%3A00%3A00Z"])
      expect(JSON.parse((await ada.ask(route)).text)).toMatchObject({ total: { calls: 1 } });
  });

  it("of other accounts is not there, under any id, and cannot be changed", async () => {
    const { alpha, beta } = scene;
    const eve = await scene.member("eve", [{ role: "owner", account_id: alpha.id }]);
    for (const route of ["GET /approvals/:id", "POST /approvals/:id"])
      expect((await eve.ask(route, { id: beta.approval })).status, route).toBe(404);
    for (const route of ["DELETE /api-tokens/:id", "POST /tokens/:id/revoke"])
      expect((await eve.ask(route, { id: beta.token })).status, route).toBe(404);
    const crossed = { id: alpha.id, server: beta.server, server_id: beta.server };
    const rotate = "POST /integrated-account/:id/mcp/:server_id/rotate";
    expect((await eve.ask(rotate, crossed)).status).toBe(404);
    await eve.ask("POST /server-urls/revoke", {}, { server: `${beta.id} ${beta.server}`, sure: "yes" });
    for (const integrated_account_id of [beta.id, null]) {
      const token = await eve.ask("POST /api-tokens", {}, { name: "mine", integrated_account_id });
      expect([403, 404], token.text).toContain(token.status);
      const role = { role: "viewer", holder_kind: "group", holder: "x", integrated_account_id };
      expect([403, 404]).toContain((await eve.ask("POST /roles", {}, role)).status);
    }
    const { body } = await scene.on.ask<{ result: { id: string }[] }>("GET", "/servers");
    expect(body.result.map(({ id }) => id)).toContain(beta.server);
    const tokens = await scene.on.ask<{ result: { id: string; name: string }[] }>("GET", "/api-tokens");
    expect(tokens.body.result.map(({ id }) => id)).toContain(beta.token);
    expect(tokens.body.result.map(({ name }) => name)).not.toContain("mine");
  });

  it("is named in the log with the verified person, the issuer and the role", async () => {
    const { alpha, on, provider } = scene;
    const grace = await scene.member("grace", [{ role: "operator", account_id: alpha.id }]);
    const made = await grace.ask(
      "POST /integrated-account/:id/mcp",
      { id: alpha.id },
      { name: "Made by Grace" },
    );
    expect(made.status).toBe(201);
    const { body } = await on.ask<{ result: object[] }>("GET", "/log?action=server.create&actor=grace");
    const person = { issuer: provider.issuer, subject: "id-of-grace", role: "operator" };
    expect(body.result[0]).toMatchObject({ actor: "grace", ...person });
  });

  it("ends at once with the role, and for a person who is removed with sessions and given approvals", async () => {
    const { alpha, on, provider } = scene;
    const { core } = on.gateway;
    const leaver = await scene.member("leaver", [{ role: "approver", account_id: alpha.id }]);
    const request = {
      serverId: alpha.server,
      caller: "c",
      tool: "create_incident",
      requestId: "r",
      digest: "d",
    };
    const row = await openApproval(core, {
      ...{
        ...request,
        accountId: alpha.id,
        args: {},
        resolved: {},
        way: "page",
        needed: 1,
        waitMinutes: 10,
        mayRepeat: false,
        publicUrl: "http://localhost",
      },
    });
    const act = { actor: "leaver", issuer: provider.issuer, subject: leaver.subject, requestId: "r" };
    await decideApproval(core, row!.id, "approved", act);
    const state = async () =>
      (await core.store.db.selectFrom("approvals").select("state").where("id", "=", row!.id).execute())[0]!
        .state;
    expect([await state(), (await leaver.ask("GET /servers")).status]).toEqual(["approved", 200]);
    const { status } = await on.ask("POST", "/people/remove", { subject: leaver.subject });
    expect(status).toBe(204);
    expect([await state(), (await leaver.ask("GET /servers")).status]).toEqual(["refused", 401]);

    const member = await scene.member("member", [{ role: "viewer", account_id: alpha.id }]);
    const { body } = await on.ask<{ result: { id: string; holder: string }[] }>("GET", "/roles");
    const { id } = body.result.find(({ holder }) => holder === "group of member")!;
    expect((await member.ask("GET /servers")).status).toBe(200);
    await on.ask("DELETE", `/roles/${id}`);
    expect((await member.ask("GET /servers")).status).toBe(403);
    expect((await member.ask("POST /sign-out")).status).toBe(303);
  });

  it("an approval needs somebody else than the person who asked, by the provider's id", async () => {
    const { core } = scene.on.gateway;
    const { alpha } = scene;
    const row = await openApproval(core, {
      ...{
        accountId: alpha.id,
        serverId: alpha.server,
        caller: "c2",
        tool: "create_incident",
        requestId: "r",
      },
      ...{ args: {}, resolved: {}, way: "page", needed: 1, digest: "d2", requester: "id-of-asker" },
      ...{ waitMinutes: 10, mayRepeat: false, publicUrl: "http://localhost" },
    });
    const act = { actor: "Another Name", issuer: "i", subject: "id-of-asker", requestId: "r" };
    await expect(decideApproval(core, row!.id, "approved", act)).rejects.toThrow(
      "somebody else must approve it",
    );
  });

  it("never grows by any sequence of allowed acts", async () => {
    const { alpha, beta } = scene;
    const act = fc.record({
      what: fc.constantFrom("give", "take", "account", "token", "server"),
      role: fc.constantFrom(...roles),
      kind: fc.constantFrom("group", "person"),
      on: fc.constantFrom(alpha.id, beta.id, null),
    });
    let made = 0;
    const trial = fc.asyncProperty(
      fc.constantFrom(...roles),
      fc.array(act, { minLength: 1, maxLength: 6 }),
      async (role, acts) => {
        const name = `climber-${kind}-${(made += 1)}`;
        const person = await scene.member(name, [{ role, account_id: alpha.id }]);
        const before = await held(name);
        for (const one of acts) await tryAct(person, name, one);
        const after = await held(name);
        for (const right of rights) {
          expect(after.where(right), right).not.toBe("all");
          const grown = (after.where(right) as readonly string[]).filter((id) => !before.may(right, id));
          expect({ role, right, grown }).toEqual({ role, right, grown: [] });
        }
      },
    );
    await fc.assert(trial, { numRuns: 25 });
  });

  const held = (name: string) =>
    rightsOfPerson(scene.on.gateway.core, {
      ...{ issuer: scene.provider.issuer, subject: `id-of-${name}`, name, groups: [`group of ${name}`] },
    });

  interface TriedAct {
    readonly what: string;
    readonly role: Role;
    readonly kind: string;
    readonly on: string | null;
  }

  async function tryAct(person: Member, name: string, { what, role, kind, on }: TriedAct): Promise<void> {
    const holder = kind === "group" ? `group of ${name}` : person.subject;
    const id = on ?? scene.alpha.id;
    if (what === "give")
      await person.ask("POST /roles", {}, { role, holder_kind: kind, holder, integrated_account_id: on });
    if (what === "take") await person.ask("POST /people/remove", {}, { subject: person.subject });
    if (what === "account")
      await person.ask("POST /integrated-account", {}, { name, api_key: "fhb-x", verify: false });
    if (what === "token") await person.ask("POST /api-tokens", {}, { name, integrated_account_id: on });
    if (what === "server") await person.ask("POST /integrated-account/:id/mcp", { id }, { name });
  }
});

it("every right is one of the owner's", () => {
  const all = new Set<Right>(Object.values(roleRights).flat());
  expect([...all].filter((right) => !rights.includes(right))).toEqual([]);
});
