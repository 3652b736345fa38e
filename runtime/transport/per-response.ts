import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import type { McpService } from "../mcp/service.js";
import { allowanceHeaders } from "./allowance.js";

/** A service whose calls know the response that they are answered by, although the SDK stands between. */
export interface PerResponse {
  readonly service: McpService;
  /** Runs something whose calls are answered by a response. */
  within<Result>(response: ServerResponse, run: () => Result): Result;
}

/** Calls are told whose they are; what their results say of the allowance is set on the response, which the SDK writes. */
export function perResponse(service: McpService): PerResponse {
  const responses = new AsyncLocalStorage<ServerResponse>();
  const callTool: McpService["callTool"] = async (name, args, context) => {
    const response = responses.getStore();
    if (!response) return service.callTool(name, args, context);
    const outcome = await service.callTool(name, args, { ...context, client: clientOf(response) });
    if (!response.headersSent)
      for (const [field, value] of Object.entries(allowanceHeaders(outcome)))
        response.setHeader(field, value);
    return outcome;
  };
  return {
    service: { ...service, callTool },
    within: (response, run) => responses.run(response, run),
  };
}

/** Requests say nothing of the client that lasts, but where they come from. */
export function clientOf({ req }: ServerResponse): string | undefined {
  return req.socket.remoteAddress;
}
