import {
  type ApiCallerOptions,
  type Caller,
  type GeneratedApi,
  originCredentials,
  originUrls,
  type Registry,
} from "../../runtime/index.js";
import { createApiCaller, createUpstream } from "../../runtime/serving.js";
import type { Account } from "./account.js";

type Limits =
  "on429" | "tokenBudget" | "mostMediaBytes" | "redaction" | "connectMs" | "firstByteMs" | "callMs";

export interface CallingOptions extends Pick<ApiCallerOptions, Limits> {
  /** Requests per window, instead of the API's own limit. 0 turns pacing off. */
  readonly rateLimit?: number;
  readonly report: (error: Error) => void;
}

/** The call pipeline of one account, with its own connections. */
export async function createAccountCaller(
  api: GeneratedApi,
  registry: Registry,
  account: Account,
  { rateLimit: rateLimitGiven, report, ...limits }: CallingOptions,
): Promise<Caller> {
  const { title, origins, rateLimit } = api.catalogue.api;
  const limit = rateLimitGiven ?? rateLimit?.requests;
  const upstream = createUpstream({
    title,
    credentials: originCredentials(api.catalogue.api, account),
    pacing: limit ? { limit, windowMs: (rateLimit?.seconds ?? 1) * 1000 } : false,
  });
  return createApiCaller(api, registry, {
    baseUrl: account.baseUrl,
    origins: account.origins ?? originUrls(origins),
    upstream,
    ...limits,
    onDefect: (error) => report(error as Error),
  });
}
