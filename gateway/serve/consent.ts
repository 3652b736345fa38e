import type { CallOutcome, Catalogue, Failed, ReadyCall, Reply } from "../../runtime/index.js";
import type { Confirm, ConfirmBy } from "../server-config.js";
import type { CallScope } from "./call-scope.js";

/** What a person is asked about: a call, or a program's calls together. */
export interface Question extends Pick<ReadyCall, "args" | "resolved" | "context" | "tell"> {
  readonly tool: { readonly name: string; readonly title: string };
  /** How the caller goes on after an approval; without it, it makes the same call again. */
  readonly next?: string;
}

/** A call that may need approval. */
export interface ConsentRequest<Ready = ReadyCall> {
  /** The catalogue of the account's API. */
  readonly catalogue: Catalogue;
  readonly accountId: string;
  readonly serverId: string;
  readonly serverName: string;
  /** The server's config; `none` if it is missing. */
  readonly confirm: Confirm;
  readonly confirmBy: ConfirmBy;
  /** The people and groups who may approve; everyone if it is absent. */
  readonly approvers?: readonly string[];
  /** The same by the account's rules. A person must be in both. */
  readonly accountApprovers?: readonly string[];
  readonly approvalsNeeded: number;
  readonly waitMinutes: number;
  /** Whether people may approve the same call for an hour. */
  readonly mayRepeat: boolean;
  readonly scope: CallScope;
  readonly ready: Ready;
}

/** Asks people to approve calls. */
export interface Consent {
  /**
   * Returns an answer instead of the call if it may not be made yet, or undefined to let it pass. A throw refuses it.
   */
  check(request: ConsentRequest): Promise<CallOutcome | undefined>;
  /** Whether a person must approve a call. */
  needs(request: ConsentRequest): boolean;
  /** Asks a person, as `check` does for a call that needs approval. */
  ask(request: ConsentRequest<Question>): Promise<Failed | undefined>;
  /** Identifies a caller of a server URL by all its credentials. */
  callerKey(serverId: string, scope: CallScope): string;
  /** Receives a person's answer to a question during their call. */
  answered(state: string, reply: Reply, scope: unknown): Promise<void>;
}
