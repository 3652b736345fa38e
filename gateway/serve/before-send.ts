import {
  attributes,
  type BeforeSend,
  type Catalogue,
  failed,
  Fault,
  type ReadyCall,
  spans,
  traced,
} from "../../runtime/index.js";
import { rulesOf } from "../accounts/approval-rules.js";
import { needsConsent } from "../consent/needs.js";
import type { Metrics } from "../ops/metrics.js";
import { serverOptions } from "../options/options.js";
import type { ServerConfig } from "../server-config.js";
import type { RateLimiter } from "../store/rate-limiter.js";
import type { AccountRow, ServerRow } from "../store/schema.js";
import { beforeSending } from "../store/store-fault.js";
import type { ServerPrograms } from "../programs/program-records.js";
import type { Consent, ConsentRequest } from "./consent.js";
import type { RecordedScope } from "./call-record.js";

export interface BeforeSendParts {
  readonly rateLimiter: RateLimiter;
  readonly consent?: Consent;
  /** The programs of the server URL; absent without consent. */
  readonly programs?: ServerPrograms;
  readonly metrics: Metrics;
  /** Why there is no key for calls; absent if there is one. */
  readonly keyFault?: (publicUrl: string) => Fault;
  readonly report: (error: Error) => void;
}

/**
 * Counts a server URL's calls in its quota, asks for approval, then stores the intent. Nothing of the call was sent by
 * then.
 */
export function createBeforeSend(
  { server, account }: AskedServer,
  config: ServerConfig,
  { rateLimiter, consent, programs, metrics, keyFault, report }: BeforeSendParts,
  catalogue: Catalogue,
): BeforeSend {
  return async (ready) => {
    const scope = ready.context.scope as RecordedScope;
    // Nobody should be asked about a call that cannot be sent.
    if (keyFault) throw keyFault(scope.publicUrl);
    if (config.rate_limit && ready.purpose === "call") {
      const limit = config.rate_limit;
      const wait = await inStore(ready, "quota", () =>
        beforeSending(rateLimiter.take(server.id, limit), report),
      );
      const account = metrics.accountLabel(server.account_id);
      metrics.quotaCalls.inc({ account, outcome: wait === undefined ? "counted" : "refused" });
      const spent = { limit: config.rate_limit.calls, remaining: 0, reset: wait ?? 0 };
      if (wait !== undefined) return { instead: failed(rateFault(wait), spent) };
    }
    const request = { ...askingOf({ server, account }, config, catalogue), scope, ready };
    const ofProgram = ready.context.program && ready.purpose === "call" ? programs : undefined;
    const asks = ready.context.trace && needsConsent(catalogue, request.confirm, ready.tool);
    const check = async () =>
      ofProgram
        ? ofProgram.admit(ready, consent!.needs(request))
        : beforeSending(consent?.check(request), report);
    const instead = await (asks ? traced(ready.context.trace, spans.consent, check) : check());
    if (instead) return { instead };
    if (ready.purpose !== "call") return { ended: (fault) => scope.record.side(ready, fault) };
    await (ready.tool.annotations.readOnlyHint
      ? scope.record.intend()
      : inStore(ready, "intent", () => scope.record.intend()));
    // The last step. After it the call is sent.
    if (ofProgram) await beforeSending(ofProgram.sending(ready), report);
    return undefined;
  };
}

/** A server URL and its account. */
export interface AskedServer {
  readonly server: ServerRow;
  readonly account: AccountRow;
}

/** What approvals need to know about a server URL. The stricter of its options and its account's rules counts. */
export function askingOf(
  { server, account }: AskedServer,
  config: ServerConfig,
  catalogue: Catalogue,
): Omit<ConsentRequest, "scope" | "ready"> {
  const rules = rulesOf(account);
  const { approvals_needed, approval_minutes } = serverOptions;
  return {
    catalogue,
    accountId: server.account_id,
    serverId: server.id,
    serverName: server.name,
    confirm: config.confirm ?? serverOptions.confirm.default,
    confirmBy: config.confirm_by ?? serverOptions.confirm_by.default!,
    approvers: config.approvers,
    accountApprovers: rules.approvers,
    approvalsNeeded: Math.max(
      config.approvals_needed ?? approvals_needed.default,
      rules.approvals_needed ?? 1,
    ),
    waitMinutes: Math.min(
      config.approval_minutes ?? approval_minutes.default,
      rules.approval_minutes ?? approval_minutes.most,
    ),
    mayRepeat: config.approve_for_hour ?? serverOptions.approve_for_hour.default,
  };
}

/** Waits for the store as a step of the call's trace. */
function inStore<Result>({ context }: ReadyCall, what: string, work: () => Promise<Result>): Promise<Result> {
  return traced(context.trace, spans.store, work, { [attributes.storeWork]: what });
}

function rateFault(seconds: number): Fault {
  return new Fault({
    kind: "rate_limited",
    message: "This server URL's own limit of calls is used up. The call was not sent.",
    retryAfterSeconds: seconds,
    next: `Call again in ${seconds} s.`,
  });
}
