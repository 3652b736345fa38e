import type { IncomingMessage, ServerResponse } from "node:http";

/** Allows web pages of some origins to use MCP from a browser (CORS). */
export interface Cors {
  /** Whether a request comes from a page of these origins. */
  isFrom(request: IncomingMessage): boolean;
  /** Allows the page to read the answer. */
  permit(request: IncomingMessage, response: ServerResponse): void;
  /** Answers a browser's preflight request. Returns whether the request was one. */
  preflight(request: IncomingMessage, response: ServerResponse): boolean;
}

/** @param origins such as `https://app.example.com`; an empty list allows no page */
export function createCors(origins: readonly string[]): Cors {
  const isFrom: Cors["isFrom"] = ({ headers: { origin } }) =>
    origin !== undefined && origins.includes(origin);
  return {
    isFrom,
    permit({ headers }, response) {
      response.setHeader("access-control-allow-origin", headers.origin!);
      response.setHeader("access-control-expose-headers", readable);
      response.setHeader("vary", "Origin");
    },
    preflight({ method, headers }, response) {
      if (method !== "OPTIONS" || headers["access-control-request-method"] === undefined) return false;
      response.writeHead(204, {
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers": headers["access-control-request-headers"] ?? "",
        "access-control-max-age": "7200",
      });
      response.end();
      return true;
    },
  };
}

/** Headers of answers that pages may read. */
const readable = [
  "mcp-session-id",
  "www-authenticate",
  "retry-after",
  "ratelimit-limit",
  "ratelimit-remaining",
  "ratelimit-reset",
  "x-request-id",
].join(", ");
