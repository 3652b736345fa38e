import { servedApi } from "../apis.js";
import type { Identity } from "../identity/identity.js";
import { issuersOf, resourceOf } from "../oauth/resource.js";
import { configOf, type Grant } from "../tokens/grants.js";
import { assertSafe, type AskedAccess } from "./asked-access.js";
import type { AuthorizationServer } from "./authorization.js";
import { ClientError, type OAuthClient } from "./clients.js";
import { giveCode } from "./codes.js";
import { isRemembered, remember, type Consent } from "./consents.js";
import { OAuthError } from "./oauth-error.js";
import { personAccess, personFacts } from "./person-access.js";
import { noteClientUse } from "./registration.js";
import { isOwnHost, isRegistered, redirectHost } from "./redirect-uris.js";

/** A client's request, checked for the person who is asked. */
export interface Review {
  readonly client: OAuthClient;
  readonly asked: AskedAccess;
  readonly grant: Pick<Grant, "server" | "account">;
  /** What the client gets if the person allows it. */
  readonly scopes: readonly string[];
  readonly held: readonly string[];
  /** Whether the person allowed exactly this before. */
  readonly isRemembered: boolean;
}

/** The person may not use the server URL. The message is for them. */
export class NoAccessError extends Error {
  override readonly name = "NoAccessError";
}

/**
 * Checks a client's request.
 * @throws ClientError for a client or a place for codes that is not accepted, OAuthError for another fault of the
 * request, NoAccessError if the person may not use the server URL
 */
export async function reviewAsked(
  server: AuthorizationServer,
  asked: AskedAccess,
  person: Identity,
): Promise<Review> {
  const client = await server.findClient(asked.client_id);
  if (!isRegistered(asked.redirect_uri, client.redirectUris))
    throw new ClientError(
      "The client asks to send the code to a place that it did not register. Nothing was sent there.",
    );
  assertSafe(asked);
  const { grant, ...access } = await accessTo(server, asked, person);
  const review = { client, asked, grant, ...access };
  const known = isOwnHost(asked.redirect_uri) && (await isRemembered(server.core, consentOf(review, person)));
  return { ...review, isRemembered: known };
}

type Target = Pick<Review, "grant" | "scopes" | "held">;

async function accessTo(
  server: AuthorizationServer,
  { resource, scope }: AskedAccess,
  person: Identity,
): Promise<Target> {
  const wanted = scope?.split(" ").filter(Boolean);
  if (resource === undefined) return onlyTarget(server, person, wanted);
  const target = await targetOf(server, serverOf(resource, server.issuer) ?? "", person, wanted);
  if (!target)
    throw new OAuthError("invalid_target", "The resource is not a server URL where people sign in here.");
  if (target.held.length === 0) throw noAccess(person, target.grant.server.name);
  return target;
}

/** A client that names no resource means the only one that its user has. */
async function onlyTarget(
  server: AuthorizationServer,
  person: Identity,
  wanted: readonly string[] | undefined,
): Promise<Target> {
  const rows = await server.core.store.db
    .selectFrom("servers")
    .select("id")
    .where("revoked_at", "is", null)
    .where("config", "like", '%"oauth"%')
    .limit(mostTargets)
    .execute();
  const targets = await Promise.all(rows.map(({ id }) => targetOf(server, id, person, wanted)));
  const usable = targets.filter((target) => target !== undefined && target.held.length > 0);
  if (usable.length === 1) return usable[0]!;
  throw new OAuthError("invalid_target", "The request names no resource. Send the server URL as resource.");
}

const mostTargets = 200;

/** What a person may use of a server URL; undefined if people do not sign in there by this gateway. */
export async function targetOf(
  { access, core, issuer }: AuthorizationServer,
  serverId: string,
  person: Identity,
  wanted: readonly string[] | undefined,
): Promise<Target | undefined> {
  const { grant, refused } = await access.check({ serverId });
  const oauth = refused === undefined ? configOf(grant.server).oauth : undefined;
  if (!oauth || issuersOf(oauth, [issuer]).length === 0 || !servedApi(core, grant!.account.api))
    return undefined;
  const facts = await personFacts(core, person, grant!.account.id);
  return { grant: grant!, ...personAccess(oauth, facts, wanted) };
}

/** The server of a resource (RFC 8707). */
export function serverOf(resource: string, issuer: string): string | undefined {
  const [, id] = /\/mcp\/(srv_\w+)\/?$/.exec(resource) ?? [];
  return id !== undefined && resource.replace(/\/$/, "") === resourceOf(issuer, id) ? id : undefined;
}

function noAccess({ name }: Identity, server: string): NoAccessError {
  return new NoAccessError(
    `You are signed in as ${name}, but the server URL "${server}" is for other groups. Ask its operator to add one of your groups.`,
  );
}

function consentOf({ client, asked, grant }: Omit<Review, "isRemembered">, person: Identity): Consent {
  const { issuer, subject } = person;
  const { redirect_uri } = asked;
  return { issuer, subject, client_id: client.id, redirect_uri, server_id: grant.server.id };
}

/** Lets the client have what the person was asked about. Returns where the browser goes, with the code. */
export async function allow(server: AuthorizationServer, review: Review, person: Identity): Promise<string> {
  const { core } = server;
  const { client, asked, grant, scopes } = review;
  if (isOwnHost(asked.redirect_uri)) await remember(core, consentOf(review, person));
  await noteClientUse(core, client.id);
  const code = await giveCode(core, {
    beginning: {
      account_id: grant.account.id,
      server_id: grant.server.id,
      issuer: person.issuer,
      subject: person.subject,
      client_id: client.id,
      client_name: client.name,
      redirect_host: redirectHost(asked.redirect_uri),
      scopes: JSON.stringify(scopes),
    },
    redirect_uri: asked.redirect_uri,
    code_challenge: asked.code_challenge!,
    person: person.name,
  });
  return answerTo(server, asked, { code });
}

/** Where the browser goes when the person refuses. */
export function refuse(server: AuthorizationServer, { asked }: Review): string {
  return answerTo(server, asked, { error: "access_denied", error_description: "The person refused." });
}

/** The answer names its issuer, so that a client with several providers cannot mix them up (RFC 9207). */
function answerTo(
  { issuer }: AuthorizationServer,
  { redirect_uri, state }: AskedAccess,
  answer: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirect_uri);
  for (const [name, value] of Object.entries({ ...answer, iss: issuer })) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set("state", state);
  return url.href;
}
