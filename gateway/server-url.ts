import { resourceOf } from "./oauth/resource.js";
import type { Server } from "./servers/server.js";

type Named = Pick<Server, "id" | "config">;

/** The URL with a server's token. */
export function serverUrl(publicUrl: string, { id, config }: Named, token: string): string {
  // A client with OAuth checks whether its URL starts with the resource of its access token.
  return config.oauth ? `${resourceOf(publicUrl, id)}/${token}` : `${publicUrl}/mcp/${token}`;
}

/** The audience of access tokens. Clients connect there without a token, if the config allows it. */
export function oauthResource(publicUrl: string, { id, config }: Named): string | null {
  return config.oauth ? resourceOf(publicUrl, id) : null;
}
