import type { Act } from "../core.js";
import { isSamePerson, type PersonIds } from "../oauth/person-ids.js";
import type { ApprovalRow } from "../store/schema.js";

/** Whether the person who acts made a call: by a client, or on the page. */
export type Caller = "same" | "other" | "unknown";

export function callerIs(
  { requester, requester_ids, subject: asked }: Pick<ApprovalRow, "requester" | "requester_ids" | "subject">,
  { actor, subject, personIds = {} }: Pick<Act, "actor" | "subject" | "personIds">,
): Caller {
  if (subject !== undefined && requester === subject) return "same";
  if (asked === `oauth:${subject ?? actor}`) return "same";
  // A session of the admin token has only the name that the person entered.
  if (subject === undefined) return asked === actor ? "same" : "other";
  if (requester_ids === null) return "other";
  const isSame = isSamePerson(JSON.parse(requester_ids) as PersonIds, personIds);
  if (isSame === undefined) return "unknown";
  return isSame ? "same" : "other";
}
