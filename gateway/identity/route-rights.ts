import type { Context } from "hono";
import { matchedRoutes } from "hono/route";
import type { Right, Rights } from "./roles.js";

/** What a route needs. */
type Need =
  /** Only a session. */
  | { readonly on: "session" }
  /**
   * A right on the account in the path, on all accounts, or on at least one. With at least one, `scoped-store.ts`
   * limits what the route reads and changes.
   */
  | { readonly on: "path" | "all" | "some"; readonly right: Right };

const path = (right: Right): Need => ({ right, on: "path" });
const all = (right: Right): Need => ({ right, on: "all" });
const some = (right: Right): Need => ({ right, on: "some" });

/** The right that each route of the API and each page needs. A route without a row is only for owners of everything. */
export const routeRights: Readonly<Record<string, Need>> = {
  "GET /apis": some("account.read"),
  "GET /servers": some("account.read"),
  "POST /servers/revoke": some("server.write"),
  "GET /integrated-account": some("account.read"),
  "POST /integrated-account": all("account.write"),
  "GET /integrated-account/:id": path("account.read"),
  "PATCH /integrated-account/:id": path("account.write"),
  "DELETE /integrated-account/:id": path("account.write"),
  "GET /integrated-account/:id/own-keys": path("account.write"),
  "DELETE /integrated-account/:id/own-keys/:key_id": path("account.write"),
  "GET /integrated-account/:id/mcp": path("account.read"),
  "POST /integrated-account/:id/mcp": path("server.write"),
  "GET /integrated-account/:id/mcp/:server_id": path("account.read"),
  "PATCH /integrated-account/:id/mcp/:server_id": path("server.write"),
  "DELETE /integrated-account/:id/mcp/:server_id": path("server.write"),
  "POST /integrated-account/:id/mcp/:server_id/rotate": path("server.write"),
  "GET /integrated-account/:id/tools": path("account.read"),
  "GET /api-tokens": some("token.read"),
  "POST /api-tokens": some("token.write"),
  "DELETE /api-tokens/:id": some("token.write"),
  "GET /service-tokens": some("token.read"),
  "POST /service-tokens": some("token.write"),
  "DELETE /service-tokens/:id": some("token.write"),
  "GET /connections": some("token.read"),
  "DELETE /connections/:id": some("token.write"),
  "DELETE /session": { on: "session" },
  "GET /session/own-keys": { on: "session" },
  "DELETE /session/own-keys/:account_id": { on: "session" },
  "GET /session/connections": { on: "session" },
  "DELETE /session/connections/:id": { on: "session" },
  "GET /log": some("log.read"),
  "GET /log/export": some("log.read"),
  // The seals and the streams are of the entries of all accounts.
  "GET /log/tail": all("log.read"),
  "GET /log/verify": all("log.read"),
  "GET /log/streams": all("log.read"),
  "POST /log/streams/:name/replay": all("account.write"),
  "GET /usage": some("usage.read"),
  "GET /surface-review": some("account.read"),
  "GET /roles": some("role.read"),
  "POST /roles": some("role.write"),
  "DELETE /roles/:id": some("role.write"),
  "POST /people/remove": all("role.write"),
  // A file declares accounts, server URLs and roles, so only an owner of everything may use it.
  "GET /declaration": all("role.read"),
  "POST /declaration/plan": all("role.read"),
  "POST /declaration/apply": all("role.write"),

  "GET /": some("usage.read"),
  "GET /feed": some("usage.read"),
  "POST /sign-out": { on: "session" },
  "GET /device": { on: "session" },
  "POST /device": { on: "session" },
  "GET /device/here": { on: "session" },
  "POST /device/here": { on: "session" },
  "GET /oauth/consent": { on: "session" },
  "POST /oauth/consent": { on: "session" },
  "GET /own-keys": { on: "session" },
  "GET /own-keys/:id": { on: "session" },
  "POST /own-keys/:id": { on: "session" },
  "POST /own-keys/:id/remove": { on: "session" },
  "GET /own-clients": { on: "session" },
  "POST /own-clients/:id/end": { on: "session" },
  "GET /clients": some("token.read"),
  "POST /clients/:id/end": some("token.write"),
  "GET /accounts": some("account.read"),
  "GET /accounts/new": all("account.write"),
  "POST /accounts/new": all("account.write"),
  "GET /accounts/:id": path("account.read"),
  "GET /accounts/:id/edit": path("account.write"),
  "POST /accounts/:id/edit": path("account.write"),
  "POST /accounts/:id/delete": path("account.write"),
  "POST /accounts/:id/own-keys/:key_id/revoke": path("account.write"),
  "GET /accounts/:id/servers/new": path("server.write"),
  "POST /accounts/:id/servers/new": path("server.write"),
  "POST /accounts/:id/servers/new/preview": path("server.write"),
  "GET /accounts/:id/servers/:server": path("account.read"),
  "GET /accounts/:id/servers/:server/activity": path("log.read"),
  "GET /accounts/:id/servers/:server/connect": path("account.read"),
  "GET /accounts/:id/servers/:server/permissions": path("account.read"),
  "GET /accounts/:id/servers/:server/settings": path("account.read"),
  "GET /accounts/:id/servers/:server/edit": path("server.write"),
  "POST /accounts/:id/servers/:server/edit": path("server.write"),
  "POST /accounts/:id/servers/:server/edit/preview": path("server.write"),
  "GET /accounts/:id/servers/:server/url": path("server.write"),
  "GET /accounts/:id/servers/:server/first-call": path("account.read"),
  "POST /accounts/:id/servers/:server/desktop": path("server.write"),
  "POST /accounts/:id/servers/:server/rotate": path("server.write"),
  "POST /accounts/:id/servers/:server/revoke": path("server.write"),
  "GET /server-urls": some("account.read"),
  "GET /server-urls/new": some("server.write"),
  "POST /server-urls/revoke": some("server.write"),
  "GET /tokens": some("token.read"),
  "GET /tokens/new": some("token.write"),
  "POST /tokens/new": some("token.write"),
  "GET /tokens/created": some("token.write"),
  "POST /tokens/:id/revoke": some("token.write"),
  "GET /ci-tokens": some("token.read"),
  "POST /ci-tokens": some("token.write"),
  "GET /ci-tokens/created": some("token.write"),
  "POST /ci-tokens/:id/revoke": some("token.write"),
  "GET /approvals": some("approval.read"),
  "GET /approvals/:id": some("approval.read"),
  "POST /approvals/:id": some("approval.decide"),
  "GET /tools": some("account.read"),
  "GET /tools/:name": some("account.read"),
  "POST /tools/:name": some("tool.try"),
  "GET /review": some("account.read"),
  "GET /playground": some("tool.try"),
  "POST /playground": some("tool.try"),
  "GET /audit": some("log.read"),
  "GET /audit/rows": some("log.read"),
  "GET /audit/rows-of/:server": some("log.read"),
  "GET /people": some("role.read"),
  "POST /people": some("role.write"),
  "POST /people/:id/remove": some("role.write"),
};

/** The account in the path of a request, if the route has one. */
export function accountIn(c: Context): string | undefined {
  const route = routeOf(c);
  if (route === undefined || needOf(route)?.on !== "path") return undefined;
  // Steps that several routes share do not know the parameters of the route.
  return c.req.path.split("/")[route.path.split("/").indexOf(":id")];
}

/** Whether a person may use the route of a request. */
export function mayUse(rights: Rights, c: Context): boolean {
  const route = routeOf(c);
  const need = route && needOf(route);
  if (!need) return rights.held.some(({ role, account_id }) => role === "owner" && account_id === null);
  if (need.on === "session") return true;
  const { right, on } = need;
  switch (on) {
    case "all":
      return rights.where(right) === "all";
    case "some":
      return rights.may(right);
    case "path":
      return rights.may(right, accountIn(c) ?? "");
  }
}

/** The route that answers: the first that matched, without the steps that several routes share. */
function routeOf(c: Context): Route | undefined {
  return matchedRoutes(c).find(({ method, path }) => method !== "ALL" && !path.endsWith("*"));
}

interface Route {
  readonly method: string;
  readonly path: string;
}

function needOf({ method, path }: Route): Need | undefined {
  const name = `${method} ${path}`;
  return Object.hasOwn(routeRights, name) ? routeRights[name] : undefined;
}
