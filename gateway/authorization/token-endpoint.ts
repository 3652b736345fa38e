import { createHash } from "node:crypto";
import { findPerson } from "../identity/people.js";
import { renewPerson } from "../identity/renewals.js";
import { sameHash } from "../secrets/keys.js";
import { configOf } from "../tokens/grants.js";
import { accessSeconds, signAccessToken } from "./access-tokens.js";
import type { AuthorizationServer } from "./authorization.js";
import { byAssertion } from "./by-assertion.js";
import { findCode, redeemCode, type KnownCode } from "./codes.js";
import { endConnection, findConnection, knownMs, nextGeneration, type ConnectionRow } from "./connections.js";
import { OAuthError } from "./oauth-error.js";
import type { Asker, Connected, OAuthFields } from "./exchange.js";
import { personAccess, personFacts } from "./person-access.js";
import { printRefreshToken, readRefreshToken } from "./refresh-token.js";
import { serverOf } from "./review.js";

export interface IssuedTokens {
  readonly access_token: string;
  readonly token_type: "Bearer";
  readonly expires_in: number;
  readonly refresh_token?: string;
  readonly scope: string;
}

type Exchange = (server: AuthorizationServer, fields: OAuthFields, asker: Asker) => Promise<Connected>;

const exchanges: Readonly<Record<string, Exchange>> = {
  authorization_code: byCode,
  refresh_token: byRefreshToken,
  "urn:ietf:params:oauth:grant-type:jwt-bearer": byAssertion,
};

export const grantTypes = Object.keys(exchanges);

/** Answers at the token endpoint. @throws OAuthError */
export async function issueTokens(
  server: AuthorizationServer,
  fields: OAuthFields,
  asker: Asker,
): Promise<IssuedTokens> {
  const { grant_type = "" } = fields;
  const exchange = Object.hasOwn(exchanges, grant_type) ? exchanges[grant_type] : undefined;
  if (!exchange) throw new OAuthError("unsupported_grant_type", "The grant_type is not one of the metadata.");
  return tokensFor(server, await exchange(server, fields, asker));
}

/** All faults of a code get the same words, so that they show nothing about a stolen one. */
const wrongCode = () => new OAuthError("invalid_grant", "The code is wrong, was used, or is too old.");

async function byCode(server: AuthorizationServer, fields: OAuthFields, asker: Asker): Promise<Connected> {
  const { core, issuer } = server;
  const code = fields["code"] ?? "";
  const known = await findCode(core, code);
  if (!known || !isTheirs(known, fields, issuer)) throw wrongCode();
  const connection =
    known.isOver || known.connectionId !== null ? undefined : await redeemCode(core, code, known, asker);
  if (!connection) {
    await endStolen(server, code, asker);
    throw wrongCode();
  }
  return { connection, generation: connection.generation };
}

/** Whether the client that sends a code is the one that asked for it. */
function isTheirs({ beginning, ...known }: KnownCode, fields: OAuthFields, issuer: string): boolean {
  const { client_id, redirect_uri = known.redirect_uri, code_verifier = "", resource } = fields;
  return (
    client_id === beginning.client_id &&
    redirect_uri === known.redirect_uri &&
    (resource === undefined || serverOf(resource, issuer) === beginning.server_id) &&
    /^[\w.~-]{43,128}$/.test(code_verifier) &&
    sameHash(createHash("sha256").update(code_verifier).digest("base64url"), known.code_challenge)
  );
}

/** A code that comes twice was stolen. Nobody knows by whom, so what began with it ends. */
async function endStolen({ core }: AuthorizationServer, code: string, asker: Asker): Promise<void> {
  const { connectionId } = (await findCode(core, code)) ?? {};
  const connection = connectionId ? await findConnection(core, connectionId) : undefined;
  if (connection) await endConnection(core, connection, "code_reuse", { ...asker, actor: "gateway" });
}

const wrongRefresh = () =>
  new OAuthError("invalid_grant", "The refresh token is wrong, or ended. Sign in again.");

async function byRefreshToken(
  server: AuthorizationServer,
  fields: OAuthFields,
  asker: Asker,
): Promise<Connected> {
  const { core, issuer } = server;
  const given = readRefreshToken(core.keys, fields["refresh_token"] ?? "");
  const connection = given && (await findConnection(core, given.connectionId));
  if (!connection || connection.client_id !== fields["client_id"]) throw wrongRefresh();
  const { resource } = fields;
  if (resource !== undefined && serverOf(resource, issuer) !== connection.server_id)
    throw new OAuthError("invalid_target", "The refresh token is for another resource.");
  await askAgain(server, connection);
  // A token that was used before is with two clients, and one of them stole it.
  if (!(await nextGeneration(core, connection, given.generation))) {
    await endConnection(core, connection, "refresh_reuse", { ...asker, actor: "gateway" });
    throw wrongRefresh();
  }
  return { connection, generation: given.generation + 1 };
}

/** How often the provider is asked about a person who does not sign in. */
const askEveryMs = 5 * 60_000;

/** @throws OAuthError if the provider refuses the person */
async function askAgain({ core, provider }: AuthorizationServer, connection: ConnectionRow): Promise<void> {
  const since = new Date(core.now().getTime() - askEveryMs).toISOString();
  if (!provider || (await findPerson(core.store.db, connection, since))) return;
  if (!(await renewPerson(core, provider, connection))) throw wrongRefresh();
}

/** @throws OAuthError if the person may not use the server URL any more */
async function tokensFor(
  { core, issuer, access, keys }: AuthorizationServer,
  { connection, generation }: Connected,
): Promise<IssuedTokens> {
  const { grant, refused } = await access.check({ serverId: connection.server_id }, true);
  const oauth = refused === undefined ? configOf(grant.server).oauth : undefined;
  const since = new Date(core.now().getTime() - knownMs).toISOString();
  const person = await findPerson(core.store.db, connection, since);
  if (!oauth || !person) throw wrongRefresh();
  const facts = await personFacts(core, person, connection.account_id);
  const { scopes, held } = personAccess(oauth, facts, JSON.parse(connection.scopes) as string[]);
  if (held.length === 0) throw wrongRefresh();
  const { id: connectionId } = connection;
  return {
    access_token: await signAccessToken(keys, connection, { scopes, publicUrl: issuer, now: core.now() }),
    token_type: "Bearer",
    expires_in: accessSeconds,
    refresh_token:
      generation === undefined ? undefined : printRefreshToken(core.keys, { connectionId, generation }),
    scope: scopes.join(" "),
  };
}
