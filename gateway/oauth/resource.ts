import type { OAuth } from "./config.js";

/** A server as OAuth knows it: its URL without the token, so that no access token, metadata or log holds one. */
export function resourceOf(publicUrl: string, serverId: string): string {
  return `${publicUrl}/mcp/${serverId}`;
}

/**
 * Where clients are sent for a server's metadata (RFC 9728, section 5.1). It is below the public URL, because a proxy may
 * pass only that path on.
 */
export function metadataUrlOf(publicUrl: string, serverId: string): string {
  return `${publicUrl}/.well-known/oauth-protected-resource/mcp/${serverId}`;
}

/**
 * The id of the server whose metadata a path names, or nothing. The public URL's path may stand before it, where clients
 * put it by themselves (RFC 9728, section 3.1), and a token after the id.
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

/** What a client learns before it has an access token (RFC 9728). */
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

/** The issuers that count on a server. One that the operator no longer names counts nowhere. */
export function issuersOf({ issuer }: OAuth, issuers: readonly string[]): string[] {
  return issuers.filter((one) => issuer === undefined || one === issuer);
}

/** The scopes that a client does well to ask for. */
export function scopesOf({ scopes = {} }: OAuth, required: readonly string[]): string[] {
  return [...new Set([...required, ...Object.keys(scopes)])];
}

/** The header that tells a client what it lacks (RFC 6750, RFC 9728). Values are ours or checked, so none needs escapes. */
export function challenge(parameters: Readonly<Record<string, string>>): { "www-authenticate": string } {
  const given = Object.entries(parameters).filter(([, value]) => value !== "");
  return { "www-authenticate": `Bearer ${given.map(([name, value]) => `${name}="${value}"`).join(", ")}` };
}
