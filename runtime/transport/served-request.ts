import type { IncomingMessage, ServerResponse } from "node:http";
import type { McpService } from "../mcp/service.js";
import { allowanceHeaders } from "./allowance.js";

/** The HTTP request that calls are made by. */
export interface ServedRequest {
  readonly scope: unknown;
  /** Whose turn it is: calls of one client wait behind each other. */
  readonly client: string | undefined;
  readonly response: ServerResponse;
}

/** What the SDK passes on unread from a request to the server that it makes for it. */
interface AuthInfo {
  readonly token: string;
  readonly clientId: string;
  readonly scopes: string[];
  readonly extra?: Record<string, unknown>;
}

/** The same request, carrying what the calls that the SDK makes of it need. */
export function carrying(
  request: IncomingMessage,
  served: ServedRequest,
): IncomingMessage & { auth: AuthInfo } {
  return Object.assign(request, { auth: { token: "", clientId: "", scopes: [], extra: { served } } });
}

export function requestOf(authInfo: AuthInfo | undefined): ServedRequest | undefined {
  return authInfo?.extra?.["served"] as ServedRequest | undefined;
}

/** A service whose calls belong to a request. Its response gets the allowance as headers, which the SDK does not write. */
export function withRequest(service: McpService, request: ServedRequest | undefined): McpService {
  if (!request) return service;
  const { scope, client, response } = request;
  const readResource: McpService["readResource"] = (uri, context) =>
    service.readResource(uri, { ...context, client, scope });
  const callTool: McpService["callTool"] = async (name, args, context) => {
    const outcome = await service.callTool(name, args, { ...context, client, scope });
    if (!response.headersSent)
      for (const [field, value] of Object.entries(allowanceHeaders(outcome)))
        response.setHeader(field, value);
    return outcome;
  };
  return { ...service, readResource, callTool };
}

/** A request does not name a lasting client, so calls take turns by address. */
export function clientOf({ socket }: IncomingMessage): string | undefined {
  return socket.remoteAddress;
}
