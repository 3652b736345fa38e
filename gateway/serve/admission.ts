import type { IncomingMessage } from "node:http";
import { bearerOf } from "../../runtime/index.js";
import type { Core } from "../core.js";
import { GatewayError } from "../error.js";
import type { Metrics } from "../ops/metrics.js";
import type { RequestContext } from "../request-context.js";
import type { Subject } from "../oauth/access-token.js";
import { configOf, type Grant } from "../tokens/grants.js";
import { noteUses } from "../tokens/note-uses.js";
import type { Access, Named } from "./access.js";
import { actorOf, detailOf, type CallScope } from "./call-scope.js";
import type { OAuthFactor } from "./oauth-factor.js";
import { nameOf, wrongUrl, type Shown } from "./shown.js";
import { createStandings } from "./standing.js";
import { createUses } from "./uses.js";

/** What a request opened, and who calls by it. */
export interface Admitted {
  readonly grant: Grant;
  readonly scope: CallScope;
}

/** Checks what requests show for server URLs. */
export interface Admission {
  /**
   * What a request opens.
   * @throws GatewayError 404 for a URL that opens nothing, whatever the reason; 401 where an access token is missing, 403 where another token is
   */
  admit(shown: Shown, request: IncomingMessage, context: RequestContext): Promise<Admitted>;
  /** Writes when tokens and servers were last used. */
  close(): Promise<void>;
}

export interface AdmissionParts {
  readonly core: Core;
  readonly access: Access;
  readonly oauthFactor: OAuthFactor;
  readonly metrics: Metrics;
}

/** Counts and logs a refused request. */
type Refuse = (reason: string, grant?: Grant, subject?: Subject) => void;

export function createAdmission({ core, access, oauthFactor, metrics }: AdmissionParts): Admission {
  const standingOf = createStandings(access, oauthFactor, core.now);
  const uses = createUses((used, at) => noteUses(core, used, at), core.now);

  return {
    async admit(shown, { headers }, context) {
      const { requestId, address, publicUrl, trace } = context;
      const refuse = refusalsOf(core, metrics, context);
      const bearer = bearerOf(headers.authorization);
      const named = nameOf(shown, bearer);
      if (named === undefined) throw nothingNamed(refuse);
      const grant = await openedBy(shown, named, access, refuse);
      // On /mcp the header holds the server's own token, so there is no place for a second one.
      const second = shown.in === "path" ? bearer : undefined;
      const { require_api_token_auth, oauth, upstream } = configOf(grant.server);
      if (require_api_token_auth) {
        const checked = await access.checkApiToken(second, grant.account.id, true);
        if (!("id" in checked)) throw apiTokenNeeded(shown, checked.refused, grant, refuse);
        uses.note("apiTokens", checked.id);
      }
      const authorized =
        oauth &&
        (await oauthFactor({
          config: oauth,
          serverId: grant.server.id,
          publicUrl,
          bearer: second,
          refuse: (reason, subject) => refuse(reason, grant, subject),
        }));
      const { tokenId } = grant;
      if (tokenId !== undefined) uses.note("tokens", tokenId);
      uses.note("servers", grant.server.id);
      const person = upstream === "person" ? authorized?.subject : undefined;
      const admitted = { ...grant, held: authorized?.held, person };
      const standing = standingOf({ shown, named, bearer: second, admitted, authorized, publicUrl });
      const { subject } = authorized ?? {};
      const made = { calls: 0 };
      const scope = { tokenId, subject, requestId, address, publicUrl, trace, standing, made };
      return { grant: admitted, scope };
    },
    close: () => uses.close(),
  };
}

function refusalsOf({ audit }: Core, metrics: Metrics, { requestId, address }: RequestContext): Refuse {
  return (reason, grant, subject) => {
    metrics.refusals.inc({ reason });
    audit.recordRefusal({
      action: "mcp",
      outcome: reason,
      actor: subject ? actorOf(subject) : "stranger",
      detail: detailOf(subject),
      requestId,
      address,
      accountId: grant?.account.id,
      serverId: grant?.server.id,
      tokenId: grant?.tokenId,
    });
  };
}

/** The server that a request names, if it is open under its URL. @throws GatewayError 404 */
async function openedBy(shown: Shown, named: Named, access: Access, refuse: Refuse): Promise<Grant> {
  const { grant, refused } = await access.check(named);
  const reason = refused ?? wrongUrl(shown, grant);
  if (reason === undefined) return grant!;
  refuse(reason, grant);
  throw nothingHere();
}

/*
 * A token that a person puts into a client's settings is asked for with 403. On any 401, MCP clients start an OAuth
 * sign-in: they look for metadata, register themselves, and show the error of that instead of these words.
 */

function nothingNamed(refuse: Refuse): GatewayError {
  refuse("missing");
  return new GatewayError(403, "Send a server's token as Authorization: Bearer, or use its URL.");
}

function apiTokenNeeded(shown: Shown, refused: string, grant: Grant, refuse: Refuse): GatewayError {
  refuse(`api_token_${refused}`, grant);
  const where = shown.in === "path" ? "" : " and its own token in the URL";
  const message = `This server requires an API token as Authorization: Bearer${where}.`;
  return new GatewayError(403, message);
}

/** Every token that opens nothing gets this answer, so it does not show which tokens existed. */
export function nothingHere(): GatewayError {
  return new GatewayError(404, "There is no such server URL.");
}
