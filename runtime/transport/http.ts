import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { McpService } from "../mcp/service.js";
import { createCors } from "./cors.js";
import { createMcpEndpoint } from "./endpoint.js";
import { sendError, sendJson } from "./exchange.js";
import { createGuard } from "./guard.js";
import { isLoopback } from "./hosts.js";
import { drainServer, listen, mostRequestMs } from "./listening.js";
import { UnguardedError } from "./unguarded.js";

export interface HttpOptions {
  /** Name or address to listen on. */
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** The bearer token that clients must show; needed beyond loopback. */
  readonly token?: string;
  /** Further host names that clients may use, without ports. */
  readonly allowedHosts?: readonly string[];
  /** Origins of web pages that may use this server from a browser. */
  readonly allowedOrigins?: readonly string[];
  /** Is told of what went wrong. */
  readonly report: (error: Error) => void;
}

export interface HttpServing {
  /** Where clients connect. */
  readonly url: string;
  /** Takes no further calls, and ends when those under way have, or are cut off after so many milliseconds. */
  drain(graceMs: number): Promise<void>;
}

/**
 * Serves MCP at `/mcp` and a health check at `/healthz`.
 * @throws UnguardedError when asked to listen beyond loopback without a token; the system's error where it can't.
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
    if (path === "/mcp" || path === "/mcp/") return endpoint.handle(request, response);
    sendError(response, { status: 404, message: "MCP is served at /mcp." });
  };
  // Clients keep connections for a minute; one closed under their hands looks like a failed call.
  server.keepAliveTimeout = 65_000;
  const origin = await listen(server, host, port);
  return {
    url: `${origin}/mcp`,
    drain: (graceMs) => drainServer(server, graceMs).finally(() => endpoint.close()),
  };
}

const internalError = { status: 500, code: -32603, message: "Internal error" };
const challenges = { 401: { "www-authenticate": "Bearer" }, 403: {} };
