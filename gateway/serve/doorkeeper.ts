import type { IncomingMessage, ServerResponse } from "node:http";
import { bearerOf } from "../../runtime/index.js";
import type { Core } from "../core.js";
import { GatewayError } from "../error.js";
import type { Metrics } from "../ops/metrics.js";
import { noRoom, type Rooms } from "../ops/rooms.js";
import type { Holders } from "../ops/shares.js";
import type { RequestContext } from "../request-context.js";
import type { Subject } from "../oauth/access-token.js";
import type { OAuth } from "../oauth/config.js";
import { configOf, type Grant } from "../tokens/grants.js";
import { noteUses } from "../tokens/note-uses.js";
import type { Access } from "./access.js";
import { actorOf, detailOf, type CallScope } from "./call-scope.js";
import type { Authorized, OAuthFactor } from "./oauth-factor.js";
import type { OpenRequests } from "./open-requests.js";
import { nameOf, wrongUrl, type Shown } from "./shown.js";
import { createStandings } from "./standing.js";
import { createUses } from "./uses.js";
import { UnservableError } from "./view.js";
import type { Views } from "./views.js";

/** Opens server URLs for clients with valid credentials. */
export interface Doorkeeper {
  /**
   * The server for a request.
   * @throws GatewayError 404 for a URL that does not work, whatever the reason; 401 and 403 if another credential is
   * needed
   */
  admit(shown: Shown, request: IncomingMessage, context: RequestContext): Promise<Admitted>;
  /**
   * Counts a request in the share of its server URL and account.
   * @throws GatewayError 503 if the share is used up
   */
  enter(grant: Grant): Visit;
  /** Answers a request for MCP over Streamable HTTP. */
  handle(
    shown: Shown,
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ): Promise<void>;
  close(): Promise<void>;
}

/** A request within its share. */
export interface Visit {
  /** Reserves memory for bytes of its body. Returns false when there is none. */
  hold(bytes: number): boolean;
  /** Gives everything back. */
  leave(): void;
}

interface Admitted {
  readonly grant: Grant;
  readonly scope: CallScope;
}

export interface DoorkeeperParts {
  readonly core: Core;
  readonly access: Access;
  readonly oauthFactor: OAuthFactor;
  readonly views: Views;
  readonly openRequests: OpenRequests;
  readonly rooms: Rooms;
  readonly metrics: Metrics;
}

export function createDoorkeeper(parts: DoorkeeperParts): Doorkeeper {
  const { core, access, oauthFactor, views, rooms, openRequests, metrics } = parts;
  const standingOf = createStandings(access, oauthFactor, core.now);
  const uses = createUses((used, at) => noteUses(core, used, at), core.now);

  function refuse(reason: string, context: RequestContext, grant?: Grant, subject?: Subject): void {
    metrics.refusals.inc({ reason });
    core.audit.recordRefusal({
      action: "mcp",
      outcome: reason,
      actor: subject ? actorOf(subject) : "stranger",
      detail: detailOf(subject),
      requestId: context.requestId,
      address: context.address,
      accountId: grant?.account.id,
      serverId: grant?.server.id,
      tokenId: grant?.tokenId,
    });
  }

  function unopened(reason: string, context: RequestContext, grant: Grant | undefined): GatewayError {
    refuse(reason, context, grant);
    return nothingHere();
  }

  /** The server that a request names, if it is open at this URL. */
  async function find(shown: Shown, bearer: string | undefined, context: RequestContext) {
    const named = nameOf(shown, bearer);
    if (named === undefined) {
      refuse("missing", context);
      throw new GatewayError(
        401,
        "Send a server's token as Authorization: Bearer, or use its URL.",
        challenge,
      );
    }
    const { grant, refused } = await access.check(named);
    if (refused !== undefined) throw unopened(refused, context, grant);
    const wrong = wrongUrl(shown, grant);
    if (wrong !== undefined) throw unopened(wrong, context, grant);
    return { named, grant };
  }

  async function admit(
    shown: Shown,
    { headers }: IncomingMessage,
    context: RequestContext,
  ): Promise<Admitted> {
    const bearer = bearerOf(headers.authorization);
    const { named, grant } = await find(shown, bearer, context);
    // On /mcp the header has the server's own token, so there is no place for a second one.
    const second = shown.in === "path" ? bearer : undefined;
    const { require_api_token_auth, oauth } = configOf(grant.server);
    if (require_api_token_auth) await requireApiToken(shown, second, grant, context);
    const authorized = oauth && (await requireAccessToken(oauth, second, grant, context));
    const { tokenId } = grant;
    if (tokenId !== undefined) uses.note("tokens", tokenId);
    uses.note("servers", grant.server.id);
    const { requestId, address, publicUrl } = context;
    const admitted = { ...grant, held: authorized?.held };
    const standing = standingOf({ shown, named, bearer: second, admitted, authorized, publicUrl });
    const made = { calls: 0 };
    const scope = { tokenId, subject: authorized?.subject, requestId, address, publicUrl, standing, made };
    return { grant: admitted, scope };
  }

  function requireAccessToken(
    config: OAuth,
    bearer: string | undefined,
    grant: Grant,
    context: RequestContext,
  ): Promise<Authorized> {
    return oauthFactor({
      config,
      serverId: grant.server.id,
      publicUrl: context.publicUrl,
      bearer,
      refuse: (reason, subject) => refuse(reason, context, grant, subject),
    });
  }

  async function requireApiToken(
    shown: Shown,
    given: string | undefined,
    grant: Grant,
    context: RequestContext,
  ) {
    const checked = await access.checkApiToken(given, grant.account.id, true);
    if ("id" in checked) return uses.note("apiTokens", checked.id);
    refuse(`api_token_${checked.refused}`, context, grant);
    const where = shown.in === "path" ? "" : " and its own token in the URL";
    throw new GatewayError(
      401,
      `This server requires an API token as Authorization: Bearer${where}.`,
      challenge,
    );
  }

  function enter(grant: Grant): Visit {
    const owner = ownerOf(grant);
    const given = [rooms.requests.take(owner)];
    if (!given[0]) {
      metrics.turnedAway.inc({ reason: "share" });
      throw noRoom("This server URL or its account has too many requests under way. Send it again later.");
    }
    return {
      hold(bytes) {
        const held = rooms.bodies.take(owner, bytes);
        if (held) given.push(held);
        return held !== undefined;
      },
      leave: () => given.splice(0).forEach((giveBack) => giveBack?.()),
    };
  }

  return {
    admit,
    enter,
    async handle(shown, request, response, context) {
      const { grant, scope } = await admit(shown, request, context);
      const settled = openRequests.add({
        async isOver() {
          // A call is ended by its own watch. If it was sent, its client gets the answer.
          if (scope.made.calls > 0) return false;
          const { grant: now } = await scope.standing();
          // A subscription to changed lists ends too, so that its client reads them again.
          return now?.server.config !== grant.server.config;
        },
        end: () => response.destroy(),
      });
      response.once("close", settled);
      const { hold, leave } = enter(grant);
      try {
        await views.use(grant, ({ endpoint }) =>
          answered(endpoint.handle(request, response, { scope, hold }), response),
        );
      } catch (error) {
        throw asAnswer(error);
      } finally {
        leave();
      }
    },
    close: () => uses.close(),
  };
}

/** The share that a request counts in. */
export function ownerOf({ server, account }: Grant): Holders<"server" | "account"> {
  return { server: server.id, account: account.id };
}

const challenge = { "www-authenticate": "Bearer" };

/** The same answer for every invalid credential, so that no one learns which tokens exist. */
export function nothingHere(): GatewayError {
  return new GatewayError(404, "There is no such server URL.");
}

/** Reports a server URL that cannot be served. Other errors stay unchanged. */
export function asAnswer(error: unknown): unknown {
  return error instanceof UnservableError ? new GatewayError(409, error.message) : error;
}

/** A stream continues after its handler returned. Its view must stay until it ends. */
async function answered(handled: Promise<void>, response: ServerResponse): Promise<void> {
  await handled;
  if (response.writableFinished || response.destroyed) return;
  await new Promise<void>((resolve) => {
    response.once("close", resolve);
    response.once("finish", resolve);
  });
}
