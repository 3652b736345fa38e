import type { IncomingMessage, ServerResponse } from "node:http";
import type { Span } from "../contract/trace.js";
import type { McpService } from "../mcp/service.js";
import { allowanceHeaders } from "./allowance.js";

/** The HTTP request of the calls. */
export interface ServedRequest {
  readonly scope: unknown;
  /** The caller for fair turns: calls of one client wait behind each other. */
  readonly client: string | undefined;
  readonly response: ServerResponse;
  /** The span of the request, if it is traced. */
  readonly trace?: Span;
}

/** Data that the SDK passes unread from a request to the server that it creates for it. */
interface AuthInfo {
  readonly token: string;
  readonly clientId: string;
  readonly scopes: string[];
  readonly extra?: Record<string, unknown>;
}

/** The same request with the data that the SDK's calls need. */
export function carrying(
  request: IncomingMessage,
  served: ServedRequest,
): IncomingMessage & { auth: AuthInfo } {
  return Object.assign(request, { auth: { token: "", clientId: "", scopes: [], extra: { served } } });
}

export function requestOf(authInfo: AuthInfo | undefined): ServedRequest | undefined {
  return authInfo?.extra?.["served"] as ServedRequest | undefined;
}

/**
 * A service whose calls belong to a request. The response gets the allowance as headers, which the SDK does not write.
 */
export function withRequest(service: McpService, request: ServedRequest | undefined): McpService {
  if (!request) return service;
  const { response, ...about } = request;
  const readResource: McpService["readResource"] = (uri, context) =>
    service.readResource(uri, { ...context, ...about, transport: "tcp" });
  const callTool: McpService["callTool"] = async (name, args, context) => {
    const outcome = await service.callTool(name, args, { ...context, ...about, transport: "tcp" });
    if (!response.headersSent)
      for (const [field, value] of Object.entries(allowanceHeaders(outcome)))
        response.setHeader(field, value);
    return outcome;
  };
  return { ...service, readResource, callTool };
}

/** A request does not identify a client over time, so turns are by address. */
export function clientOf({ socket }: IncomingMessage): string | undefined {
  return socket.remoteAddress;
}
