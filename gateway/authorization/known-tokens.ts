import { jwtVerify } from "jose";
import type { AuthorizationServer } from "./authorization.js";
import { endConnection, findConnection, type ConnectionRow } from "./connections.js";
import { readRefreshToken } from "./refresh-token.js";
import type { Asker, OAuthFields } from "./exchange.js";

/** Ends the connection of a token for its client (RFC 7009). A wrong token has nothing to end, and that is not a fault. */
export async function revokeToken(
  server: AuthorizationServer,
  { token = "", client_id }: OAuthFields,
  asker: Asker,
): Promise<void> {
  const { core } = server;
  const connection = await connectionOf(server, token);
  if (connection && connection.client_id === client_id)
    await endConnection(core, connection, "revoked", { ...asker, actor: "client" });
}

/** What a resource server learns about a token (RFC 7662). Of a token that does not work, only that. */
export async function introspectToken(
  server: AuthorizationServer,
  { token = "" }: OAuthFields,
): Promise<Readonly<Record<string, unknown>>> {
  const claims = await claimsOf(server, token);
  const known =
    typeof claims?.["connection"] === "string"
      ? await server.access.checkConnection(claims["connection"], true)
      : undefined;
  if (!claims || !known) return { active: false };
  return { active: true, token_type: "Bearer", ...claims };
}

async function connectionOf(server: AuthorizationServer, token: string): Promise<ConnectionRow | undefined> {
  const { core } = server;
  const refresh = readRefreshToken(core.keys, token);
  const id = refresh?.connectionId ?? (await claimsOf(server, token))?.["connection"];
  return typeof id === "string" ? findConnection(core, id) : undefined;
}

/** The claims of an access token of this gateway that has not expired. */
async function claimsOf(
  { keys, issuer, core }: AuthorizationServer,
  token: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const keyOf = async ({ kid }: { readonly kid?: string }) => {
    const found = await keys.find(kid);
    if (!found) throw new Error("The key is unknown.");
    return found.publicKey;
  };
  const read = jwtVerify(token, keyOf, { issuer, typ: "at+jwt", currentDate: core.now() });
  return read.then(
    ({ payload }) => payload,
    () => undefined,
  );
}
