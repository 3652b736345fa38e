import { createApiCaller } from "../runtime/api-caller.js";
import type { Caller } from "../runtime/caller.js";
import type { GeneratedApi } from "../runtime/catalogue.js";
import type { Registry } from "../runtime/registry.js";
import type { On429 } from "../runtime/upstream/retry.js";
import { createUpstream } from "../runtime/upstream/upstream.js";
import type { Account } from "./settings.js";

export interface CallingOptions {
  readonly on429: On429;
  /** Most tokens of a result. */
  readonly tokenBudget: number;
  /** Requests in the API's window, instead of what the API states; 0 for no pace. */
  readonly rateLimit?: number;
  readonly report: (error: Error) => void;
}

/** The pipeline of calls for one account, with connections of its own. */
export function createAccountCaller(
  api: GeneratedApi,
  registry: Registry,
  { baseUrl, key }: Account,
  { on429, tokenBudget, rateLimit: rateLimitGiven, report }: CallingOptions,
): Caller {
  const { title, key: placement, rateLimit } = api.catalogue.api;
  const limit = rateLimitGiven ?? rateLimit?.requests;
  const upstream = createUpstream({
    title,
    key: placement && key !== undefined ? { placement, value: key } : undefined,
    pacing: limit ? { limit, windowMs: (rateLimit?.seconds ?? 1) * 1000 } : false,
  });
  return createApiCaller(api, registry, {
    baseUrl,
    upstream,
    on429,
    tokenBudget,
    onDefect: (error) => report(error as Error),
  });
}
