import { type BeforeSend, type Catalogue, failed, Fault } from "../../runtime/index.js";
import { serverOptions } from "../options/options.js";
import type { ServerConfig } from "../server-config.js";
import type { RateLimiter } from "../store/rate-limiter.js";
import type { ServerRow } from "../store/schema.js";
import { beforeSending } from "../store/store-fault.js";
import type { ServerPrograms } from "../programs/program-records.js";
import type { Consent, ConsentRequest } from "./consent.js";
import type { RecordedScope } from "./call-record.js";

export interface BeforeSendParts {
  readonly rateLimiter: RateLimiter;
  readonly consent?: Consent;
  /** The programs of the server URL; absent without consent. */
  readonly programs?: ServerPrograms;
  readonly report: (error: Error) => void;
}

/**
 * Counts a server URL's calls in its quota, asks for approval, then stores the intent. Nothing of the call was sent by
 * then.
 */
export function createBeforeSend(
  server: ServerRow,
  config: ServerConfig,
  { rateLimiter, consent, programs, report }: BeforeSendParts,
  catalogue: Catalogue,
): BeforeSend {
  return async (ready) => {
    const scope = ready.context.scope as RecordedScope;
    if (config.rate_limit && ready.purpose === "call") {
      const wait = await beforeSending(rateLimiter.take(server.id, config.rate_limit), report);
      const spent = { limit: config.rate_limit.calls, remaining: 0, reset: wait ?? 0 };
      if (wait !== undefined) return { instead: failed(rateFault(wait), spent) };
    }
    const request = { ...askingOf(server, config, catalogue), scope, ready };
    const ofProgram = ready.context.program && ready.purpose === "call" ? programs : undefined;
    const instead = ofProgram
      ? ofProgram.admit(ready, consent!.needs(request))
      : consent && (await beforeSending(consent.check(request), report));
    if (instead) return { instead };
    if (ready.purpose !== "call") return { ended: (fault) => scope.record.side(ready, fault) };
    await scope.record.intend();
    // The last step. After it the call is sent.
    if (ofProgram) await beforeSending(ofProgram.sending(ready), report);
    return undefined;
  };
}

/** What approvals need to know about a server URL. */
export function askingOf(
  server: ServerRow,
  config: ServerConfig,
  catalogue: Catalogue,
): Omit<ConsentRequest, "scope" | "ready"> {
  return {
    catalogue,
    accountId: server.account_id,
    serverId: server.id,
    serverName: server.name,
    confirm: config.confirm ?? serverOptions.confirm.default,
    confirmBy: config.confirm_by ?? serverOptions.confirm_by.default!,
    approvers: config.approvers,
    approvalsNeeded: config.approvals_needed ?? serverOptions.approvals_needed.default,
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
