import { transact } from "../audit/transact.js";
import { identityOf, type Identity } from "../identity/identity.js";
import type { IdentityAssertion } from "../identity/id-assertion.js";
import { findPerson, notePerson } from "../identity/people.js";
import { ProviderError } from "../identity/provider-error.js";
import { accessSeconds } from "./access-tokens.js";
import type { AuthorizationServer } from "./authorization.js";
import { ClientError } from "./clients.js";
import { insertConnection, knownMs } from "./connections.js";
import { OAuthError } from "./oauth-error.js";
import { serverOf, targetOf } from "./review.js";
import type { Asker, Connected, OAuthFields } from "./exchange.js";

const wrong = () => new OAuthError("invalid_grant", "The assertion is not valid here, or was used before.");

/**
 * Enterprise-managed authorization: the provider itself allowed a client, and signed an assertion about the person
 * (ID-JAG). The client gets access without a page, and without a refresh token: it brings the next assertion.
 * @throws OAuthError
 */
export async function byAssertion(
  server: AuthorizationServer,
  fields: OAuthFields,
  asker: Asker,
): Promise<Connected> {
  const { core, issuer, provider } = server;
  const claims = await claimsOf(server, fields["assertion"] ?? "");
  const { client_id, resource } = claims;
  if (client_id !== fields["client_id"]) throw wrong();
  if (fields["resource"] !== undefined && fields["resource"] !== resource) throw wrong();
  const client = await server.findClient(client_id).catch((error: unknown) => {
    throw error instanceof ClientError ? new OAuthError("invalid_client", error.message) : error;
  });
  const { person, isNew } = await personOf(server, claims);
  const wanted = typeof claims["scope"] === "string" ? claims["scope"].split(" ").filter(Boolean) : undefined;
  const target = await targetOf(server, serverOf(resource, issuer) ?? "", person, wanted);
  if (!target)
    throw new OAuthError("invalid_target", "The resource is not a server URL where people sign in here.");
  if (target.held.length === 0) throw new OAuthError("invalid_grant", "The server URL is for other groups.");
  const now = core.now();
  const { account, server: row } = target.grant;
  const act = { ...asker, actor: person.name, issuer: person.issuer, subject: person.subject };
  const connection = await transact(core, act, async (db, note) => {
    const used = await db
      .insertInto("used_assertions")
      .values({
        hash: core.keys.digest(`assertion ${provider!.issuer} ${claims.jti}`),
        expires_at: endOf(claims.exp),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (used.numInsertedOrUpdatedRows !== 1n) throw wrong();
    if (isNew) await notePerson(db, person, now.toISOString());
    const detail = { client_id, by: "assertion" };
    note({ action: "connection.begin", accountId: account.id, serverId: row.id, detail });
    const beginning = {
      ...{ account_id: account.id, server_id: row.id, issuer: person.issuer, subject: person.subject },
      ...{ client_id, client_name: client.name, redirect_host: "", scopes: JSON.stringify(target.scopes) },
    };
    return insertConnection(db, beginning, now, accessSeconds * 1000);
  });
  return { connection };
}

async function claimsOf({ provider, issuer, core }: AuthorizationServer, assertion: string) {
  if (!provider) throw wrong();
  try {
    return await provider.asserted(assertion, issuer, core.now());
  } catch (error) {
    if (error instanceof ProviderError) throw new OAuthError("temporarily_unavailable", error.message);
    throw wrong();
  }
}

/** The person, with the groups of the assertion; without any in it, as the provider described them within the hour. */
async function personOf(
  { core, provider }: AuthorizationServer,
  claims: IdentityAssertion,
): Promise<{ readonly person: Identity; readonly isNew: boolean }> {
  const { issuer, groupsClaim } = provider!;
  const { db } = core.store;
  const said = identityOf(claims, { issuer, groupsClaim, isPublicSubject: false });
  if (claims[groupsClaim] !== undefined) {
    const before = await findPerson(db, said, "");
    // Most assertions have no name of the person.
    const name = said.name === said.subject ? (before?.name ?? said.name) : said.name;
    return { person: { ...said, name }, isNew: true };
  }
  const person = await findPerson(db, said, new Date(core.now().getTime() - knownMs).toISOString());
  if (person) return { person, isNew: false };
  throw new OAuthError(
    "invalid_grant",
    `The assertion has no claim ${groupsClaim}, and the person did not sign in here within the last hour.`,
  );
}

/** It cannot be used again while it would still be accepted, with the clocks' difference. */
function endOf(exp: number): string {
  return new Date((exp + 900) * 1000).toISOString();
}
