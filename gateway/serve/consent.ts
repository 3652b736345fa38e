import type { CallOutcome, Catalogue, ReadyCall, Reply } from "../../runtime/index.js";
import type { Confirm, ConfirmBy } from "../server-config.js";
import type { CallScope } from "./call-scope.js";

/** A call that may need approval. */
export interface ConsentRequest {
  /** The catalogue of the account's API. */
  readonly catalogue: Catalogue;
  readonly accountId: string;
  readonly serverId: string;
  readonly serverName: string;
  /** The server's config; `none` if it is missing. */
  readonly confirm: Confirm;
  readonly confirmBy: ConfirmBy;
  /** The people who may approve; everyone if it is absent. */
  readonly approvers?: readonly string[];
  readonly approvalsNeeded: number;
  readonly scope: CallScope;
  readonly ready: ReadyCall;
}

/** Asks people to approve calls. */
export interface Consent {
  /**
   * Returns an answer instead of the call if it may not be made yet, or undefined to let it pass. A throw refuses it.
   */
  check(request: ConsentRequest): Promise<CallOutcome | undefined>;
  /** Receives a person's answer to a question during their call. */
  answered(state: string, reply: Reply, scope: unknown): Promise<void>;
}
