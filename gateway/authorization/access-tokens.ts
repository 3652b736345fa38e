import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { resourceOf } from "../oauth/resource.js";
import type { ConnectionRow } from "./connections.js";
import { signingAlgorithm, type SigningKeys } from "./signing-keys.js";

/** How long an access token works, in seconds. */
export const accessSeconds = 600;

/**
 * An access token for one server URL (RFC 9068). It names the connection, and the connection has what it allows, so that
 * an end of it counts at once.
 */
export async function signAccessToken(
  keys: SigningKeys,
  { id, server_id, subject, client_id }: ConnectionRow,
  {
    scopes,
    publicUrl,
    now,
  }: { readonly scopes: readonly string[]; readonly publicUrl: string; readonly now: Date },
): Promise<string> {
  const { kid, privateKey } = await keys.current();
  const issued = Math.floor(now.getTime() / 1000);
  return new SignJWT({ client_id, scope: scopes.join(" "), connection: id })
    .setProtectedHeader({ alg: signingAlgorithm, typ: "at+jwt", kid })
    .setIssuer(publicUrl)
    .setSubject(subject)
    .setAudience(resourceOf(publicUrl, server_id))
    .setIssuedAt(issued)
    .setExpirationTime(issued + accessSeconds)
    .setJti(randomUUID())
    .sign(privateKey);
}
