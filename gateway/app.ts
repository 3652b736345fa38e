import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { mountAuthorization } from "./authorization/endpoints.js";
import { bearerOf } from "../runtime/index.js";
import { adminTokenNeeded } from "./admin.js";
import { mountAccounts } from "./api/accounts.js";
import { mountApis } from "./api/apis.js";
import { mountApiTokens } from "./api/api-tokens.js";
import { mountConnections } from "./api/connections.js";
import { mountDeclaration } from "./api/declaration.js";
import { mountDocument } from "./api/document.js";
import { mountLog } from "./api/log.js";
import { mountReview } from "./api/review.js";
import { mountOwnKeys } from "./api/own-keys.js";
import { mountOwnThings } from "./api/own-things.js";
import { mountRoles } from "./api/roles.js";
import { mountLogStreams } from "./api/log-streams.js";
import { mountServiceTokens } from "./api/service-tokens.js";
import { mountSession } from "./api/session.js";
import { mountServers } from "./api/servers.js";
import { mountTools } from "./api/tools.js";
import { mountUsage } from "./api/usage.js";
import { faultsOf } from "./api/validation.js";
import type { App, AppContext, AppEnv, AppParts } from "./app-parts.js";
import type { Act, Core } from "./core.js";
import { badRequest, errorBody, GatewayError } from "./error.js";
import { actOf, assertMayUse } from "./identity/acts.js";
import { takeBody } from "./request-body.js";
import { csrfHeader, isCsrf } from "./sessions.js";

/** All answers except MCP: the management API, its document, and mounted routes. */
export function createApp(parts: AppParts): App {
  const app: App = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw badRequest(...faultsOf(result.target, result.error));
    },
  });
  const guarded = requireAdmin(parts);
  // A pattern that ends in "/*" matches the path before it too.
  for (const path of [
    "/apis",
    "/integrated-account",
    "/servers",
    "/api-tokens",
    "/service-tokens",
    "/connections",
    "/session",
    "/log",
    "/usage",
    "/roles",
    "/people/remove",
    "/surface-review",
    "/declaration",
  ])
    app.use(`${path}/*`, guarded);
  mountApis(app, parts);
  mountAccounts(app, parts);
  mountOwnKeys(app, parts);
  mountServers(app, parts);
  mountTools(app, parts);
  mountApiTokens(app, parts);
  mountServiceTokens(app, parts);
  mountConnections(app, parts);
  mountSession(app, parts);
  mountOwnThings(app, parts);
  mountLog(app, parts);
  mountLogStreams(app, parts);
  mountUsage(app, parts);
  mountRoles(app, parts);
  mountReview(app, parts);
  mountDeclaration(app, parts);
  mountDocument(app, parts);
  mountAuthorization(app, parts);
  for (const mount of parts.mounts ?? []) mount(app, parts);
  app.notFound((c) => c.json(errorBody(404, "There is nothing here."), 404));
  app.onError((error, c) => answerError(error, c as AppContext, parts));
  return app;
}

/**
 * Requires the admin token, a service token, a session of the command line or a session's cookie. With the cookie, a request that changes something must
 * come from the session's own page.
 */
function requireAdmin({ core, admin }: AppParts): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { requestId, address } = c.env.context;
    const { session } = c.env;
    const bearer = bearerOf(c.req.header("authorization"));
    if (bearer !== undefined && !session) {
      if (!admin.isToken(bearer))
        throw refused(core, { requestId, address, actor: "stranger" }, "wrong_admin_token");
      const act = { actor: "admin", requestId, address };
      admin.noteUse(act);
      c.set("act", act);
      await takeBody(c);
      return next();
    }
    if (!session) throw refused(core, { requestId, address, actor: "stranger" }, "no_credential");
    const act = actOf(session, c);
    const isSafe = c.req.method === "GET" || c.req.method === "HEAD";
    // A browser sends the cookie by itself, and a bearer token never.
    if (!isSafe && bearer === undefined && !isCsrf(session, c.req.header(csrfHeader)))
      throw refused(core, act, "csrf");
    assertMayUse(core, session, act, c);
    c.set("session", session);
    c.set("act", act);
    await takeBody(c);
    return next();
  };
}

function refused(core: Core, act: Act, reason: string): GatewayError {
  core.audit.recordRefusal({ action: "manage", outcome: reason, ...act });
  if (reason === "csrf")
    return new GatewayError(403, `A request of the page needs its ${csrfHeader} header.`);
  return adminTokenNeeded();
}

function answerError(error: Error, c: AppContext, { report }: AppParts): Response {
  if (error instanceof GatewayError) {
    return c.json(errorBody(error.statusCode, error.message, error.fix), error.statusCode, {
      ...error.headers,
    });
  }
  if (error instanceof HTTPException && error.status < 500) {
    const message =
      error.status === 400 ? "body: is not valid JSON" : error.message || "The request can't be answered.";
    return c.json(errorBody(error.status, message), error.status);
  }
  report(error);
  const message = `Unexpected server error. The gateway's log has details under request ${c.env.context.requestId}.`;
  return c.json(errorBody(500, message), 500);
}
