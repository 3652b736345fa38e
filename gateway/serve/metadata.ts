import type { ServerResponse } from "node:http";
import { sendJson } from "../../runtime/index.js";
import type { OAuthSettings } from "../oauth/access-token.js";
import { metadataOf, resourceOf } from "../oauth/resource.js";
import type { RequestContext } from "../request-context.js";
import { configOf } from "../tokens/grants.js";
import type { Access } from "./access.js";
import { nothingHere } from "./admission.js";

/**
 * Shows a client without an access token where to get one for a server.
 * @throws GatewayError 404 for a server without OAuth, or one that is not open
 */
export type AnswerMetadata = (
  serverId: string,
  response: ServerResponse,
  context: RequestContext,
) => Promise<void>;

export function createMetadata(access: Access, { issuers, requiredScopes }: OAuthSettings): AnswerMetadata {
  return async (serverId, response, { publicUrl }) => {
    const { grant, refused } = await access.check({ serverId });
    const oauth = refused === undefined ? configOf(grant.server).oauth : undefined;
    if (oauth === undefined) throw nothingHere();
    const metadata = metadataOf(resourceOf(publicUrl, serverId), oauth, issuers, requiredScopes);
    sendJson(response, 200, JSON.stringify(metadata));
  };
}
