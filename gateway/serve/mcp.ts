import type { IncomingMessage, ServerResponse } from "node:http";
import type { Core } from "../core.js";
import { GatewayError } from "../error.js";
import type { Metrics } from "../ops/metrics.js";
import type { RequestContext } from "../request-context.js";
import { checkApiToken } from "../tokens/api-tokens.js";
import { configOf, type Grant } from "../tokens/grants.js";
import { noteUses } from "../tokens/note-uses.js";
import type { Access } from "./access.js";
import { withinCallScope, type CallScope } from "./call-scope.js";
import { createUses } from "./uses.js";
import { UnservableError } from "./view.js";
import type { Views } from "./views.js";

/** How a client shows its server's token. */
export type Shown = { readonly in: "path"; readonly token: string } | { readonly in: "header" };

/** Opens server URLs to those who hold their tokens. */
export interface Doorkeeper {
  /**
   * What a request opens.
   * @throws GatewayError 404 for a token that opens nothing, whatever the reason; 401 where one is missing
   */
  admit(shown: Shown, request: IncomingMessage, context: RequestContext): Promise<Admitted>;
  /** Answers a request for MCP over Streamable HTTP. */
  handle(
    shown: Shown,
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ): Promise<void>;
  close(): Promise<void>;
}

export interface Admitted {
  readonly grant: Grant;
  readonly scope: CallScope;
}

export interface DoorkeeperParts {
  readonly core: Core;
  readonly access: Access;
  readonly views: Views;
  readonly metrics: Metrics;
}

export function createDoorkeeper({ core, access, views, metrics }: DoorkeeperParts): Doorkeeper {
  const uses = createUses((used, at) => noteUses(core, used, at), core.now);

  function refuse(reason: string, context: RequestContext, grant?: Grant): void {
    metrics.refusals.inc({ reason });
    core.audit.recordRefusal({
      action: "mcp",
      outcome: reason,
      actor: "stranger",
      requestId: context.requestId,
      address: context.address,
      accountId: grant?.account.id,
      serverId: grant?.server.id,
      tokenId: grant?.tokenId,
    });
  }

  async function check(token: string) {
    try {
      return await access.check(token);
    } catch {
      throw new GatewayError(503, "The gateway's store doesn't answer.", { "retry-after": "2" });
    }
  }

  async function admit(
    shown: Shown,
    { headers }: IncomingMessage,
    context: RequestContext,
  ): Promise<Admitted> {
    const bearer = headers.authorization?.match(/^bearer +(\S+)$/i)?.[1];
    const token = shown.in === "path" ? shown.token : bearer;
    if (token === undefined) {
      refuse("missing", context);
      throw new GatewayError(
        401,
        "Show a server's token as Authorization: Bearer, or use its URL.",
        challenge,
      );
    }
    const { grant, refused } = await check(token);
    if (refused !== undefined) {
      refuse(refused, context, grant);
      throw nothingHere();
    }
    if (configOf(grant.server).require_api_token_auth) await requireApiToken(shown, bearer, grant, context);
    uses.note("tokens", grant.tokenId);
    uses.note("servers", grant.server.id);
    const { requestId, address, publicUrl } = context;
    const stillHolds = async () => (await access.check(token)).refused === undefined;
    return { grant, scope: { tokenId: grant.tokenId, requestId, address, publicUrl, stillHolds } };
  }

  async function requireApiToken(
    shown: Shown,
    bearer: string | undefined,
    grant: Grant,
    context: RequestContext,
  ) {
    // On /mcp the header holds the server's own token, so there is no place for the second.
    const given = shown.in === "path" ? bearer : undefined;
    const checked = await checkApiToken(core, given, grant.account.id);
    if ("id" in checked) return uses.note("apiTokens", checked.id);
    refuse(`api_token_${checked.refused}`, context, grant);
    const where = shown.in === "path" ? "" : " and its own token in the URL";
    throw new GatewayError(
      401,
      `This server wants an API token as Authorization: Bearer${where}.`,
      challenge,
    );
  }

  return {
    admit,
    async handle(shown, request, response, context) {
      const { grant, scope } = await admit(shown, request, context);
      try {
        await views.use(grant, ({ endpoint }) =>
          withinCallScope(scope, () => answered(endpoint.handle(request, response), response)),
        );
      } catch (error) {
        throw asAnswer(error);
      }
    },
    close: () => uses.close(),
  };
}

const challenge = { "www-authenticate": "Bearer" };

/** The same for whatever opens nothing, so that nobody learns which tokens there were. */
export function nothingHere(): GatewayError {
  return new GatewayError(404, "There is no such server URL.");
}

/** A server URL that can't be served is told as that; all else stays as it is. */
export function asAnswer(error: unknown): unknown {
  return error instanceof UnservableError ? new GatewayError(409, error.message) : error;
}

/** A stream goes on after its handler is done; its view must stay until it ends. */
async function answered(handled: Promise<void>, response: ServerResponse): Promise<void> {
  await handled;
  if (response.writableFinished || response.destroyed) return;
  await new Promise<void>((resolve) => {
    response.once("close", resolve);
    response.once("finish", resolve);
  });
}
