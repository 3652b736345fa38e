import type { Act } from "../core.js";
import type { ApprovalRow } from "../store/schema.js";

/** Whether a person made this call: by a client, or on the page. Somebody else must approve it. */
export function isOwnCall(
  { requester, subject: asked }: Pick<ApprovalRow, "requester" | "subject">,
  { actor, subject }: Pick<Act, "actor" | "subject">,
): boolean {
  if (subject !== undefined && requester === subject) return true;
  if (asked === `oauth:${subject ?? actor}`) return true;
  // A session of the admin token has only the name that the person entered.
  return subject === undefined && asked === actor;
}
