/** The kind of an error. A model chooses its next step by it. */
export type FaultKind =
  | "unknown_tool"
  | "invalid_arguments"
  | "refused" // the API's 400, 409, 422 …
  | "credentials" // 401: the server's own key
  | "permission" // 403
  | "not_found"
  | "rate_limited"
  | "upstream_error" // 5xx
  | "upstream_unreadable" // an unreadable answer
  | "unreachable" // no connection, or it broke
  | "timeout"
  | "busy" // our own queue or circuit breaker
  | "cancelled"
  | "approval_needed" // a person must approve first
  | "not_approved" // a person refused
  | "unknown_answer" // to a question that was not asked, or not for this call
  | "program_failed" // a program threw, or exceeded a limit
  | "internal";

/** One wrong argument: its path (`impacts[0].condition_id`) and the fault. */
export interface ArgumentFault {
  readonly argument: string;
  readonly message: string;
}

export interface FaultDetails {
  readonly kind: FaultKind;
  /** One sentence about the error. */
  readonly message: string;
  /** HTTP status of the upstream answer, if there was one. */
  readonly status?: number;
  /** The API's own message, sanitised: its `detail` and `messages`. */
  readonly said?: readonly string[];
  readonly arguments?: readonly ArgumentFault[];
  /** What to do next, with names of tools and arguments. */
  readonly next?: string;
  readonly retryAfterSeconds?: number;
  /** True if a write may have been done although no answer confirmed it. */
  readonly mayHaveHappened?: boolean;
  /** What a program did before it ended: the writes it made, and what it printed. */
  readonly program?: Readonly<Record<string, unknown>>;
}

/** The only expected error of a call. Any other error is a bug and becomes `internal`. */
export class Fault extends Error implements FaultDetails {
  readonly kind: FaultKind;
  readonly status?: number;
  readonly said?: readonly string[];
  readonly arguments?: readonly ArgumentFault[];
  readonly next?: string;
  readonly retryAfterSeconds?: number;
  readonly mayHaveHappened?: boolean;
  readonly program?: Readonly<Record<string, unknown>>;

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
    this.program = details.program;
  }
}

/** Any error as a fault. An error that is not a Fault is a bug. Its message may contain anything, so it is left out. */
export function faultFrom(error: unknown): Fault {
  if (error instanceof Fault) return error;
  return new Fault({
    kind: "internal",
    message: "Unexpected server error. Your request was not the cause.",
    next: "Calling again is unlikely to help. The server's log holds the details for its operator.",
  });
}
