import type { Access } from "../serve/access.js";
import type { OwnAccess } from "../serve/oauth-factor.js";
import { TokenFaultError } from "../oauth/access-token.js";
import { personAccess } from "./person-access.js";

/**
 * What a client may do now by an access token of this gateway: what its connection and its person allow, and not what
 * they allowed when the token was given.
 */
export function createOwnAccess({ checkConnection }: Pick<Access, "checkConnection">): OwnAccess {
  return async ({ connection: id }, { config, serverId, isFresh }) => {
    const known = id === undefined ? undefined : await checkConnection(id, isFresh);
    if (known?.connection.server_id !== serverId) throw new TokenFaultError("ended");
    const { issuer, subject, client_id, scopes } = known.connection;
    const { held } = personAccess(config, known, JSON.parse(scopes) as string[]);
    return { subject: { issuer, id: subject, clientId: client_id }, held };
  };
}
