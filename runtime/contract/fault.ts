/** What kind of thing went wrong with a call; a model chooses its next step by it. */
export type FaultKind =
  | "unknown_tool"
  | "invalid_arguments"
  | "refused" // the API's 400, 409, 422 …
  | "credentials" // 401: the server's own key
  | "permission" // 403
  | "not_found"
  | "rate_limited"
  | "upstream_error" // 5xx
  | "upstream_unreadable" // an answer that can't be understood
  | "unreachable" // no connection, or it broke
  | "timeout"
  | "busy" // our own queue or circuit breaker
  | "cancelled"
  | "approval_needed" // a person must agree first
  | "not_approved" // a person did not
  | "unknown_answer" // to a question that was not asked, or not for this call
  | "internal";

/** One argument at fault: its path (`impacts[0].condition_id`) and what is wrong with it. */
export interface ArgumentFault {
  readonly argument: string;
  readonly message: string;
}

export interface FaultDetails {
  readonly kind: FaultKind;
  /** One sentence that says what went wrong. */
  readonly message: string;
  /** HTTP status of the upstream answer, where there was one. */
  readonly status?: number;
  /** What the API said, sanitised: its `detail` and `messages`. */
  readonly said?: readonly string[];
  readonly arguments?: readonly ArgumentFault[];
  /** What to do next, in words that name tools and arguments. */
  readonly next?: string;
  readonly retryAfterSeconds?: number;
  /** True when a write may have happened although no answer says so. */
  readonly mayHaveHappened?: boolean;
}

/** The one error type of a call. Whatever else is thrown is a defect and becomes `internal`. */
export class Fault extends Error implements FaultDetails {
  readonly kind: FaultKind;
  readonly status?: number;
  readonly said?: readonly string[];
  readonly arguments?: readonly ArgumentFault[];
  readonly next?: string;
  readonly retryAfterSeconds?: number;
  readonly mayHaveHappened?: boolean;

  constructor(details: FaultDetails) {
    super(details.message);
    this.name = "Fault";
    this.kind = details.kind;
    this.status = details.status;
    this.said = details.said;
    this.arguments = details.arguments;
    this.next = details.next;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.mayHaveHappened = details.mayHaveHappened;
  }
}

/** Any error as a fault. One that is no Fault is a defect of ours, and its message may hold anything, so it stays out. */
export function faultFrom(error: unknown): Fault {
  if (error instanceof Fault) return error;
  return new Fault({
    kind: "internal",
    message: "Unexpected server error. Your request was not the cause.",
    next: "Calling again is unlikely to help. The server's log holds the details for its operator.",
  });
}
