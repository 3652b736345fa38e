import type { IncomingMessage } from "node:http";
import { withoutTrailingSlashes } from "../../runtime/index.js";

/**
 * Reads a request's path and query below the public URL's path. A proxy may cut that path off, or pass it on.
 * @param publicUrl such as `https://example.com/standpipe`
 */
export function createPathReader(publicUrl: string | undefined): (request: IncomingMessage) => string {
  const prefix = pathOf(publicUrl);
  return ({ url = "/" }) => {
    const rest = prefix !== "" && url.startsWith(prefix) ? url.slice(prefix.length) : undefined;
    if (rest === undefined || !/^($|[/?])/.test(rest)) return url;
    return rest.startsWith("/") ? rest : `/${rest}`;
  };
}

/** What paths of the gateway's own begin with. */
export const ownPaths: ReadonlySet<string> = new Set([
  ...[".well-known", "accounts", "api-tokens", "apis", "approvals", "assets", "audit", "healthz"],
  ...["integrated-account", "log", "mcp", "metrics", "openapi.json", "readyz", "servers", "sign-in"],
  ...["sign-out", "sse", "tokens", "tools"],
]);

/** The path of a public URL: "" for a host of its own, or such as `/standpipe`. */
export function pathOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? "" : withoutTrailingSlashes(new URL(publicUrl).pathname);
}
