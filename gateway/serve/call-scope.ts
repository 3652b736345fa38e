import type { CallContext, ProgramCall, Span } from "../../runtime/index.js";
import type { AuditEntry } from "../audit/fields.js";
import { hideTokens } from "../secrets/token.js";
import type { Subject } from "../oauth/access-token.js";
import type { PersonIds } from "../oauth/person-ids.js";
import type { Standing } from "./standing.js";

/** The caller: its token, its user, and its request. */
export interface CallScope {
  /** The server's token, if it was sent. */
  readonly tokenId?: string;
  /** The user of the access token, if the server requires one. */
  readonly subject?: Subject;
  /** The person who calls on the gateway's page, instead of a client. */
  readonly person?: string;
  /** The sign-in provider's id of that person, and more ids of them. */
  readonly personId?: string;
  readonly personIds?: PersonIds;
  readonly requestId: string;
  readonly address: string;
  /** The span of the request, if it is traced. */
  readonly trace?: Span;
  /** The gateway's URL for the client. */
  readonly publicUrl: string;
  /**
   * The request's current access, or why it has none any more.
   * @param isFresh asks the store again, as before a write
   * @throws GatewayError 503 if the store does not answer
   */
  standing(isFresh?: boolean): Promise<Standing>;
  /** The objects that the request created so far. */
  readonly made: { calls: number };
}

/** Who makes a call. @throws Error for a call without a client's request */
export function scopeOf({ scope }: CallContext): CallScope {
  if (!scope) throw new Error("A call has no scope.");
  return scope as CallScope;
}

/** The caller, as in the log. @param program the program that makes the call */
export function callerOf(
  { tokenId, subject, person, requestId, trace, address }: CallScope,
  program?: ProgramCall,
): Pick<AuditEntry, "actor" | "requestId" | "traceId" | "address" | "tokenId" | "detail"> {
  const user = detailOf(subject);
  return {
    actor: person ?? (subject ? actorOf(subject) : "server"),
    requestId,
    // A traceparent is "00-<trace>-<span>-<flags>".
    traceId: trace?.headers().traceparent?.split("-")[1],
    address,
    tokenId,
    detail: program ? { ...user, program: program.id, program_call: program.call } : user,
  };
}

/** The issuer's name of a user, distinct from the gateway's own names. */
export function actorOf({ id }: Subject): string {
  return `oauth:${logged(id)}`;
}

export function detailOf(subject: Subject | undefined): object | undefined {
  if (!subject) return undefined;
  const { issuer, id, clientId } = subject;
  return { issuer, subject: logged(id), client_id: clientId && logged(clientId) };
}

/** The issuer may let people choose their name. */
function logged(text: string): string {
  return hideTokens(text).replace(/\p{C}/gu, "?").slice(0, 180);
}
