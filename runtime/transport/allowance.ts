import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import type { CallOutcome } from "../caller.js";
import type { ResultMeta } from "../fault-result.js";
import type { McpService } from "../mcp/service.js";

/**
 * What a result's `_meta` says of the account's allowance, as the IETF's header fields. A stream whose headers are sent
 * before the result has it in `_meta` alone.
 */
export function allowanceHeaders({ _meta }: CallOutcome): Readonly<Record<string, string>> {
  const { ratelimit, retry_after_seconds: wait } = (_meta ?? {}) as ResultMeta;
  return {
    ...(ratelimit && {
      "RateLimit-Limit": String(ratelimit.limit),
      "RateLimit-Remaining": String(ratelimit.remaining),
      "RateLimit-Reset": String(ratelimit.reset),
    }),
    ...(wait === undefined ? {} : { "Retry-After": String(wait) }),
  };
}

/** The SDK writes its responses itself; this sets on them what the results of their calls say. */
export interface Telling {
  readonly service: McpService;
  /** Runs something whose calls are answered by a response. */
  within<Result>(response: ServerResponse, run: () => Result): Result;
}

export function telling(service: McpService): Telling {
  const responses = new AsyncLocalStorage<ServerResponse>();
  const callTool: McpService["callTool"] = async (...call) => {
    const outcome = await service.callTool(...call);
    const response = responses.getStore();
    if (response && !response.headersSent)
      for (const [name, value] of Object.entries(allowanceHeaders(outcome))) response.setHeader(name, value);
    return outcome;
  };
  return {
    service: { ...service, callTool },
    within: (response, run) => responses.run(response, run),
  };
}
