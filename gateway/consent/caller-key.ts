import type { Act, Core } from "../core.js";
import type { CallScope } from "../serve/call-scope.js";
import type { ApprovalRow } from "../store/schema.js";

type Asked = Pick<ApprovalRow, "server_id" | "caller" | "subject">;
type Caller = Pick<CallScope, "tokenId" | "subject" | "person">;

/** Identifies the caller by all its credentials. */
export function callerKey({ keys }: Core, serverId: string, { tokenId, subject, person }: Caller): string {
  const { issuer, id, clientId } = subject ?? {};
  const onPage = person === undefined ? [] : [idOf(person)];
  return keys.digest(`caller ${JSON.stringify([serverId, tokenId, issuer, id, clientId, ...onPage])}`);
}

/** Whether a person made this call: by a client, or on the page. Somebody else must approve it. */
export function isOwnCall(core: Core, { server_id, caller, subject }: Asked, act: Act): boolean {
  if (subject === `oauth:${act.subject ?? act.actor}`) return true;
  if (caller === callerKey(core, server_id, { person: act })) return true;
  // A session of the admin token has only the name that the person entered.
  return act.subject === undefined && subject === act.actor;
}

/** Names may be equal, and may change. A provider's id of a person does neither. */
function idOf({ actor, issuer, subject }: Pick<Act, "actor" | "issuer" | "subject">): unknown {
  return subject === undefined ? actor : [issuer, subject];
}
