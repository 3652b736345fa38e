import type { IncomingMessage } from "node:http";
import { withoutTrailingSlashes } from "../../runtime/index.js";

/**
 * A request's path and query below the public URL's path. A proxy may remove that path or forward it.
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

/** First segments of the gateway's own paths. */
export const ownPaths: ReadonlySet<string> = new Set([
  ...[
    ".well-known",
    "accounts",
    "api-tokens",
    "apis",
    "approvals",
    "assets",
    "audit",
    "ci-tokens",
    "clients",
    "connections",
    "declaration",
    "device",
    "feed",
    "healthz",
  ],
  ...[
    "integrated-account",
    "log",
    "mcp",
    "metrics",
    "oauth",
    "openapi.json",
    "own-clients",
    "own-keys",
    "people",
    "playground",
    "readyz",
    "review",
    "roles",
  ],
  ...[
    "server-urls",
    "servers",
    "service-tokens",
    "session",
    "sign-in",
    "sign-out",
    "sse",
    "surface-review",
    "tokens",
    "tools",
    "usage",
  ],
]);

/** The path of a public URL: "" without a path, or such as `/standpipe`. */
export function pathOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? "" : withoutTrailingSlashes(new URL(publicUrl).pathname);
}
