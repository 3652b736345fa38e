import type { Core } from "../core.js";
import { personMs, type Session } from "../sessions.js";

/** A session that began this long ago is renewed at the provider before others begin with it. */
const freshMs = 5 * 60_000;

/** Whether the provider was asked about a person just now. */
export function isFreshSession({ now }: Core, { expires_at }: Pick<Session, "expires_at">): boolean {
  return Date.parse(expires_at) - now().getTime() >= personMs - freshMs;
}
