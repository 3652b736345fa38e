import { getCookie } from "hono/cookie";
import { Hono } from "hono";
import { bearerOf } from "../../runtime/index.js";
import { createApp } from "../app.js";
import type { App, AppEnv, AppParts } from "../app-parts.js";
import { isToken } from "../secrets/token.js";
import { findPersonSession, findSession, sessionCookie } from "../sessions.js";
import { findServiceSession } from "./service-tokens.js";
import { isWhole, scopeOf, type Scope } from "./scope.js";
import { scopedCore } from "./scoped-store.js";

/** The number of scopes whose apps stay in memory. */
const mostApps = 50;

/**
 * The app for everyone. A person with a part of the accounts gets an app whose store has only that part, so lists,
 * search, numbers, the log and approvals show nothing else, whatever a handler asks for.
 */
export function createPersonApps(parts: AppParts): Pick<App, "fetch"> {
  const whole = createApp(parts);
  const apps = new Map<string, App>();

  function appOf(scope: Scope): App {
    if (isWhole(scope)) return whole;
    const name = JSON.stringify(scope);
    const app = apps.get(name) ?? createApp({ ...parts, core: scopedCore(parts.core, scope) });
    apps.delete(name);
    apps.set(name, app);
    if (apps.size > mostApps) apps.delete(apps.keys().next().value!);
    return app;
  }

  const chosen = new Hono<AppEnv>();
  chosen.all("*", async (c) => {
    const bearer = bearerOf(c.req.header("authorization"));
    const session =
      bearer === undefined
        ? await findSession(parts.core, getCookie(c, sessionCookie))
        : isToken("session", bearer)
          ? await findPersonSession(parts.core, bearer)
          : await findServiceSession(parts.core, bearer);
    const app = session ? appOf(scopeOf(session.rights)) : whole;
    return app.fetch(c.req.raw, { ...c.env, session });
  });
  return { fetch: (request, env) => chosen.fetch(request, env) };
}
