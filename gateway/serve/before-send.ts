import { Fault } from "../../runtime/contract/fault.js";
import { failed } from "../../runtime/contract/outcome.js";
import type { BeforeSend } from "../../runtime/pipeline/before-send.js";
import { serverOptions } from "../options/options.js";
import type { ServerConfig } from "../server-config.js";
import type { RateLimiter } from "../store/rate-limiter.js";
import type { ServerRow } from "../store/schema.js";
import { callScope } from "./call-scope.js";
import type { Consent } from "./consent.js";

export interface BeforeSendParts {
  readonly rateLimiter: RateLimiter;
  readonly consent?: Consent;
}

/** Counts a server URL's calls against its quota, then asks for consent. Nothing of the call has been sent by then. */
export function createBeforeSend(
  server: ServerRow,
  config: ServerConfig,
  { rateLimiter, consent }: BeforeSendParts,
): BeforeSend {
  return async (ready) => {
    if (ready.purpose !== "call") return undefined;
    if (config.rate_limit) {
      const wait = await rateLimiter.take(server.id, config.rate_limit);
      const spent = { limit: config.rate_limit.calls, remaining: 0, reset: wait ?? 0 };
      if (wait !== undefined) return { instead: failed(rateFault(wait), spent) };
    }
    const instead = await consent?.check({
      accountId: server.account_id,
      serverId: server.id,
      serverName: server.name,
      confirm: config.confirm ?? serverOptions.confirm.default,
      scope: callScope(),
      ready,
    });
    return instead && { instead };
  };
}

function rateFault(seconds: number): Fault {
  return new Fault({
    kind: "rate_limited",
    message: "This server URL's own limit of calls is used up. The call was not sent.",
    retryAfterSeconds: seconds,
    next: `Call again in ${seconds} s.`,
  });
}
