import { resourceOf } from "./oauth/resource.js";
import type { Server } from "./servers/server.js";

type Named = Pick<Server, "id" | "config">;

/** Where clients connect with a server's token. */
export function serverUrl(publicUrl: string, { id, config }: Named, token: string): string {
  // A client that signs its user in looks whether its URL begins with the resource that it gets an access token for.
  return config.oauth ? `${resourceOf(publicUrl, id)}/${token}` : `${publicUrl}/mcp/${token}`;
}

/** What access tokens must be for; where clients connect without a token, if the config opens it. */
export function oauthResource(publicUrl: string, { id, config }: Named): string | null {
  return config.oauth ? resourceOf(publicUrl, id) : null;
}
