import type { CallOutcome, Catalogue, ReadyCall, Reply } from "../../runtime/index.js";
import type { Confirm, ConfirmBy } from "../server-config.js";
import type { CallScope } from "./call-scope.js";

/** A call that may need a person's word first. */
export interface ConsentRequest {
  /** The catalogue of the account's API. */
  readonly catalogue: Catalogue;
  readonly accountId: string;
  readonly serverId: string;
  readonly serverName: string;
  /** What the server's config says; `none` where it says nothing. */
  readonly confirm: Confirm;
  readonly confirmBy: ConfirmBy;
  /** The people who may approve; everyone where it is absent. */
  readonly approvers?: readonly string[];
  readonly approvalsNeeded: number;
  readonly scope: CallScope;
  readonly ready: ReadyCall;
}

/** Has a person agree to calls. */
export interface Consent {
  /** Answers in the call's stead where it may not be made yet, or says nothing and lets it pass. A throw refuses it. */
  check(request: ConsentRequest): Promise<CallOutcome | undefined>;
  /** Takes what a person answered to a question that was sent while their call waits. */
  answered(state: string, reply: Reply, scope: unknown): Promise<void>;
}
