import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../gateway/app.js";
import { createOAuth } from "../../gateway/create-oauth.js";
import { roles, type Role } from "../../gateway/identity/roles.js";
import { routeRights } from "../../gateway/identity/route-rights.js";
import { createRooms } from "../../gateway/ops/rooms.js";
import { createOwnKeyDesk } from "../../gateway/own-keys/desk.js";
import { mountPage } from "../../gateway/page/page.js";
import { readSettings } from "../../gateway/settings.js";
import { createAccess } from "../../gateway/serve/access.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { openRoles, type AccountThings, type Ids, type Member, type RolesScene } from "./kit/roles.js";

const settingsOf = useStores();

const everyone: readonly Role[] = ["viewer", "auditor", "approver", "operator", "owner"];
const owner: readonly Role[] = ["owner"];
const operators: readonly Role[] = ["operator", "owner"];
const readers: readonly Role[] = ["auditor", "operator", "owner"];
const none: readonly Role[] = [];

/** Who may use each route of the API and each page on their own account. This table is written by hand. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  "GET /apis": everyone,
  "GET /servers": everyone,
  "POST /servers/revoke": operators,
  "GET /integrated-account": everyone,
  "POST /integrated-account": none,
  "GET /integrated-account/:id": everyone,
  "PATCH /integrated-account/:id": owner,
  "DELETE /integrated-account/:id": owner,
  "GET /integrated-account/:id/own-keys": owner,
  "DELETE /integrated-account/:id/own-keys/:key_id": owner,
  "GET /integrated-account/:id/mcp": everyone,
  "POST /integrated-account/:id/mcp": operators,
  "GET /integrated-account/:id/mcp/:server_id": everyone,
  "PATCH /integrated-account/:id/mcp/:server_id": operators,
  "DELETE /integrated-account/:id/mcp/:server_id": operators,
  "POST /integrated-account/:id/mcp/:server_id/rotate": operators,
  "GET /integrated-account/:id/tools": everyone,
  "GET /api-tokens": operators,
  "POST /api-tokens": operators,
  "DELETE /api-tokens/:id": operators,
  "GET /service-tokens": operators,
  "POST /service-tokens": operators,
  "DELETE /service-tokens/:id": operators,
  "GET /connections": operators,
  "DELETE /connections/:id": operators,
  "GET /log": readers,
  "GET /log/export": readers,
  "GET /log/verify": none,
  "GET /log/tail": none,
  "GET /log/streams": none,
  "POST /log/streams/:name/replay": none,
  "GET /usage": everyone,
  "GET /surface-review": everyone,
  "GET /roles": owner,
  "POST /roles": owner,
  "DELETE /roles/:id": owner,
  "POST /people/remove": none,
  "GET /declaration": none,
  "POST /declaration/plan": none,
  "POST /declaration/apply": none,
  "GET /": everyone,
  "GET /feed": everyone,
  "GET /accounts": everyone,
  "GET /accounts/new": none,
  "POST /accounts/new": none,
  "GET /accounts/:id": everyone,
  "GET /accounts/:id/edit": owner,
  "POST /accounts/:id/edit": owner,
  "POST /accounts/:id/delete": owner,
  "POST /accounts/:id/own-keys/:key_id/revoke": owner,
  "GET /accounts/:id/servers/new": operators,
  "POST /accounts/:id/servers/new": operators,
  "POST /accounts/:id/servers/new/preview": operators,
  "GET /accounts/:id/servers/:server": everyone,
  "GET /accounts/:id/servers/:server/activity": readers,
  "GET /accounts/:id/servers/:server/connect": everyone,
  "GET /accounts/:id/servers/:server/permissions": everyone,
  "GET /accounts/:id/servers/:server/settings": everyone,
  "GET /accounts/:id/servers/:server/edit": operators,
  "POST /accounts/:id/servers/:server/edit": operators,
  "POST /accounts/:id/servers/:server/edit/preview": operators,
  "GET /accounts/:id/servers/:server/url": operators,
  "GET /accounts/:id/servers/:server/first-call": everyone,
  "POST /accounts/:id/servers/:server/desktop": operators,
  "POST /accounts/:id/servers/:server/rotate": operators,
  "POST /accounts/:id/servers/:server/revoke": operators,
  "GET /server-urls": everyone,
  "GET /server-urls/new": operators,
  "POST /server-urls/revoke": operators,
  "GET /clients": operators,
  "POST /clients/:id/end": operators,
  "GET /tokens": operators,
  "GET /tokens/new": operators,
  "POST /tokens/new": operators,
  "GET /tokens/created": operators,
  "POST /tokens/:id/revoke": operators,
  "GET /ci-tokens": operators,
  "POST /ci-tokens": operators,
  "GET /ci-tokens/created": operators,
  "POST /ci-tokens/:id/revoke": operators,
  "GET /approvals": ["approver", "operator", "owner"],
  "GET /approvals/:id": ["approver", "operator", "owner"],
  "POST /approvals/:id": ["approver", "owner"],
  "GET /tools": everyone,
  "GET /tools/:name": everyone,
  "POST /tools/:name": operators,
  "GET /review": everyone,
  "GET /playground": operators,
  "POST /playground": operators,
  "GET /audit": readers,
  "GET /audit/rows": readers,
  "GET /audit/rows-of/:server": readers,
  "GET /people": owner,
  "POST /people": owner,
  "POST /people/:id/remove": owner,
};

/** Routes of everyone who is signed in. */
const isForAll = (name: string) =>
  / \/(own-keys|own-clients|session)\b/.test(name) ||
  /^(POST \/sign-out|(GET|POST) \/device(\/here)?|(GET|POST) \/oauth\/consent)$/.test(name);

/** An authorization server with all of its routes. */
const withClients = { authorization: { registration: true }, publicUrl: "https://standpipe.example.com" };

const held = (role: Role, ...accounts: readonly string[]) =>
  accounts.map((account_id) => ({ role, account_id }));

describe.each(storeKinds)("roles on %s", (kind) => {
  let scene: RolesScene;
  let members: Record<Role, Member>;

  beforeAll(async () => {
    scene = await openRoles(await settingsOf(kind));
    const [one, other] = [scene.alpha.id, scene.gamma.id];
    const entries = await Promise.all(
      roles.map(async (role) => [role, await scene.member(role, held(role, one, other))] as const),
    );
    members = Object.fromEntries(entries) as Record<Role, Member>;
  });
  afterAll(() => scene?.close());

  it("are declared for every route of the API and every page", () => {
    const { core } = scene.on.gateway;
    const admin = { isOn: true, isToken: () => false, noteUse: () => {} };
    const unused = () => Promise.reject(new Error("The test only reads the routes."));
    const playground = { list: unused, call: unused };
    const open = {
      ownKeys: createOwnKeyDesk(core),
      strangers: createRooms(1).strangers,
      accountStates: () => [],
      stopping: new AbortController().signal,
      report: () => {},
    };
    const provider = {
      issuer: "https://login.example.com",
      begin: unused,
      finish: unused,
      renew: unused,
      ended: unused,
      groupsClaim: "groups",
      asserted: unused,
    };
    const access = createAccess(core);
    const authorization = createOAuth(
      { core, access },
      { ...readSettings({}), ...withClients },
    ).authorization!;
    const parts = { core, admin, provider, authorization, version: "0", access, playground, ...open };
    const routes = createApp({ ...parts, mounts: [mountPage] }).routes.filter(
      ({ method, path }) => method !== "ALL" && !path.endsWith("*"),
    );
    // They need no session: files, the document, the sign-in, what clients ask, and pages of server URLs, whose token is
    // the credential.
    const isOpen = (path: string) =>
      /^\/(assets\/|openapi\.json$|sign-in\b|mcp\/|\.well-known\/|oauth\/(?!consent))/.test(path);
    const names = routes.filter(({ path }) => !isOpen(path)).map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(names)].sort()).toEqual(Object.keys(routeRights).sort());
    expect([...new Set(names)].filter((name) => !isForAll(name)).sort()).toEqual(Object.keys(allowed).sort());
  });

  describe.each(roles)("%s", (role) => {
    it.each(Object.entries(allowed))("%s", async (route, who) => {
      const own = await members[role].ask(route, idsFor(route, scene.alpha));
      expect(own.status === 403, `${own.status} ${own.text.slice(0, 300)}`).toBe(!who.includes(role));
      if (!/\/(integrated-account|accounts)\/:id/.test(route)) return;
      const other = await members[role].ask(route, idsFor(route, scene.beta, scene.beta));
      expect(other.status, other.text.slice(0, 300)).toBe(403);
    });
  });

  /** Pages and reads name what exists. Changes name no server, so a role that may change gets 404 or 400. */
  function idsFor(route: string, at: AccountThings, removable: AccountThings = scene.gamma): Ids {
    if (/^DELETE \/integrated-account\/:id$|^POST \/accounts\/:id\/delete$/.test(route))
      return { id: removable.id };
    const isAccount = /\/(integrated-account|accounts)\//.test(route);
    if (!route.startsWith("GET")) return isAccount ? { id: at.id } : { name: "list_incidents" };
    const id = route.includes("/approvals/") ? at.approval : at.id;
    return { id, server: at.server, server_id: at.server, name: "list_incidents" };
  }
});
