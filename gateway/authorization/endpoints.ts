import { bearerOf } from "../../runtime/index.js";
import { adminTokenNeeded } from "../admin.js";
import type { App, AppContext, AppParts } from "../app-parts.js";
import { GatewayError } from "../error.js";
import { networkOf } from "../ops/network.js";
import { noRoom } from "../ops/rooms.js";
import { takeBody } from "../request-body.js";
import type { AuthorizationServer } from "./authorization.js";
import { authorizationMetadata } from "./metadata.js";
import { introspectToken, revokeToken } from "./known-tokens.js";
import { OAuthError } from "./oauth-error.js";
import { registerClient, registrationLimit } from "./registration.js";
import type { OAuthFields } from "./exchange.js";
import { issueTokens } from "./token-endpoint.js";

/** What clients ask the authorization server, besides the pages for its user. */
export function mountAuthorization(app: App, parts: AppParts): void {
  const { authorization: server } = parts;
  if (!server) return;

  // Below the public URL's path, and with it at the end, because clients look at either place.
  for (const name of ["oauth-authorization-server", "openid-configuration"])
    for (const path of [`/.well-known/${name}`, `/.well-known/${name}/*`])
      app.get(path, (c) => (isOwnForm(c, server) ? c.json(authorizationMetadata(server)) : c.notFound()));

  app.get("/oauth/keys", async (c) => c.json(await server.keys.published()));

  app.post("/oauth/token", (c) =>
    answered(c, async () => {
      const fields = await oauthFieldsOf(c, parts);
      return c.json(await issueTokens(server, fields, askerOf(c)));
    }),
  );

  app.post("/oauth/revoke", (c) =>
    answered(c, async () => {
      await revokeToken(server, await oauthFieldsOf(c, parts), askerOf(c));
      return c.body(null, 200);
    }),
  );

  // For other resource servers. Clients have no need of it.
  app.post("/oauth/introspect", (c) =>
    answered(c, async () => {
      const bearer = bearerOf(c.req.header("authorization"));
      if (!parts.admin.isToken(bearer) && !c.env.session?.isService) throw adminTokenNeeded();
      return c.json(await introspectToken(server, await oauthFieldsOf(c, parts)));
    }),
  );

  if (!server.registration) return;
  const limiter = server.core.store.rateLimiter();
  app.post("/oauth/register", (c) =>
    answered(c, async () => {
      const wait = await limiter.take(`register ${networkOf(c.env.context.address)}`, registrationLimit);
      if (wait !== undefined)
        throw new GatewayError(429, "Too many registrations from this address.", {
          "retry-after": `${wait}`,
        });
      await takeStrangersBody(c, parts);
      const given: unknown = await c.req.json().catch(() => undefined);
      return c.json(await registerClient(server.core, given), 201);
    }),
  );
}

/** Whether a path of metadata is for this issuer: without a path after it, or with the issuer's own. */
function isOwnForm(c: AppContext, { issuer }: AuthorizationServer): boolean {
  const after = c.req.path.split("/").slice(3).join("/");
  return after === "" || `/${after.replace(/\/$/, "")}` === new URL(issuer).pathname;
}

function askerOf({ env }: AppContext) {
  const { requestId, address } = env.context;
  return { requestId, address };
}

/** Tokens and assertions with their parameters. */
const mostBytes = 32_768;

/** @throws GatewayError for a body that is too large, or where many wait */
async function takeStrangersBody(c: AppContext, { strangers }: AppParts): Promise<void> {
  const leave = strangers.take({ network: networkOf(c.env.context.address) });
  if (!leave) throw noRoom("Too many requests at once. Try again in a moment.");
  try {
    await takeBody(c, mostBytes);
  } finally {
    leave();
  }
}

/** @throws OAuthError for a field that is given twice */
async function oauthFieldsOf(c: AppContext, parts: AppParts): Promise<OAuthFields> {
  await takeStrangersBody(c, parts);
  const given = new URLSearchParams(await c.req.text());
  const names = [...given.keys()];
  if (new Set(names).size !== names.length)
    throw new OAuthError("invalid_request", "A field is given twice.");
  return Object.fromEntries([...given].filter(([, value]) => value !== ""));
}

async function answered(c: AppContext, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return c.json({ error: error.code, error_description: error.message }, 400);
  }
}
