import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Tracing } from "../contract/trace.js";
import type { McpService } from "../mcp/service.js";
import { createCors } from "./cors.js";
import { createMcpEndpoint } from "./endpoint.js";
import { sendError, sendJson } from "./exchange.js";
import { createGuard } from "./guard.js";
import { isLoopback } from "./hosts.js";
import { listen, mostRequestMs } from "./listening.js";
import { requestSpan } from "./request-span.js";
import { UnguardedError } from "./unguarded.js";

export interface HttpOptions {
  /** Name or address to listen on. */
  readonly host: string;
  /** 0 uses any free port. */
  readonly port: number;
  /** The bearer token that clients must send; required beyond loopback. */
  readonly token?: string;
  /** Other host names that clients may use, without ports. */
  readonly allowedHosts?: readonly string[];
  /** Origins of web pages that may use this server from a browser. */
  readonly allowedOrigins?: readonly string[];
  /** Called with errors. */
  readonly report: (error: Error) => void;
  /** Records a span for each request. */
  readonly tracing?: Tracing;
}

export interface HttpServing {
  /** The URL for clients. */
  readonly url: string;
  /** Accepts no further calls, and ends when the running ones have, or aborts them after this many milliseconds. */
  drain(graceMs: number): Promise<void>;
}

/**
 * Serves MCP at `/mcp` and a health check at `/healthz`.
 * @throws UnguardedError if it should listen beyond loopback without a token; the system's error if it cannot listen.
 */
export async function serveHttp(service: McpService, options: HttpOptions): Promise<HttpServing> {
  const { host, port, token, report } = options;
  if (token === undefined && !isLoopback(host)) {
    throw new UnguardedError(
      `Anyone who reaches ${host} could use the server's key. Set STANDPIPE_TOKEN to a secret that clients must show, ` +
        "or listen on 127.0.0.1.",
    );
  }
  const endpoint = createMcpEndpoint(service, report);
  const guard = createGuard({ ...options, origins: options.allowedOrigins });
  const cors = createCors(options.allowedOrigins ?? []);
  const server = createServer({ requestTimeout: mostRequestMs }, (request, response) => {
    route(request, response).catch((error: Error) => {
      report(error);
      if (!response.headersSent) sendError(response, internalError);
      else response.destroy();
    });
  });
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split("?", 1)[0];
    if (path === "/healthz") return sendJson(response, 200, '{"status":"ok"}');
    if (cors.isFrom(request)) {
      cors.permit(request, response);
      if (cors.preflight(request, response)) return;
    }
    const refusal = guard(request.headers);
    if (refusal) return sendError(response, { ...refusal, headers: challenges[refusal.status] });
    if (path === "/mcp" || path === "/mcp/") {
      const trace = requestSpan(options.tracing, request, response, "/mcp");
      return endpoint.handle(request, response, { trace });
    }
    sendError(response, { status: 404, message: "MCP is served at /mcp." });
  };
  // Clients keep connections for a minute. Closing one earlier looks like a failed call.
  server.keepAliveTimeout = 65_000;
  const { origin, drain } = await listen(server, host, port, report);
  return {
    url: `${origin}/mcp`,
    drain: (graceMs) => drain(graceMs).finally(() => endpoint.close()),
  };
}

const internalError = { status: 500, code: -32603, message: "Internal error" };
const challenges = { 401: { "www-authenticate": "Bearer" }, 403: {} };
