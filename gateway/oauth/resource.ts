import type { OAuth } from "./config.js";

/**
 * A server as an OAuth resource: its URL without the token, so that access tokens, metadata and logs do not contain the
 * token.
 */
export function resourceOf(publicUrl: string, serverId: string): string {
  return `${publicUrl}/mcp/${serverId}`;
}

/**
 * The URL of a server's metadata for clients (RFC 9728, section 5.1). It is below the public URL, because a proxy may
 * forward only that path.
 */
export function metadataUrlOf(publicUrl: string, serverId: string): string {
  return `${publicUrl}/.well-known/oauth-protected-resource/mcp/${serverId}`;
}

/**
 * The id of the server in a metadata path, or undefined. The public URL's path may come before it, because some clients
 * put it there (RFC 9728, section 3.1), and a token after the id.
 */
export function serverOfMetadata(path: string): string | undefined {
  return /^\/\.well-known\/oauth-protected-resource(?:\/.*)?\/mcp\/(srv_\w+)(?:\/[^/]+)?$/.exec(path)?.[1];
}

export interface Metadata {
  readonly resource: string;
  readonly authorization_servers: readonly string[];
  readonly scopes_supported: readonly string[];
  readonly bearer_methods_supported: readonly ["header"];
}

/** The metadata for a client without an access token (RFC 9728). */
export function metadataOf(
  resource: string,
  config: OAuth,
  issuers: readonly string[],
  requiredScopes: readonly string[],
): Metadata {
  return {
    resource,
    authorization_servers: issuersOf(config, issuers),
    scopes_supported: scopesOf(config, requiredScopes),
    bearer_methods_supported: ["header"],
  };
}

/** The accepted issuers of a server. An issuer that the operator removed is not accepted anywhere. */
export function issuersOf({ issuer }: OAuth, issuers: readonly string[]): string[] {
  return issuers.filter((one) => issuer === undefined || one === issuer);
}

/** The scopes that a client should request. */
export function scopesOf({ scopes = {} }: OAuth, required: readonly string[]): string[] {
  return [...new Set([...required, ...Object.keys(scopes)])];
}

/**
 * The header that says what a client lacks (RFC 6750, RFC 9728). Values are ours or checked, so they need no escaping.
 */
export function challenge(parameters: Readonly<Record<string, string>>): { "www-authenticate": string } {
  const given = Object.entries(parameters).filter(([, value]) => value !== "");
  return { "www-authenticate": `Bearer ${given.map(([name, value]) => `${name}="${value}"`).join(", ")}` };
}
