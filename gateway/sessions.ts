import { transact } from "./audit/transact.js";
import type { Act, Core } from "./core.js";
import { newId } from "./id.js";
import { sameHash } from "./secrets/keys.js";
import { isToken, mintToken } from "./secrets/token.js";

/** A person who is signed in to the page. */
export interface Session {
  readonly id: string;
  /** The person's name, as they entered it. */
  readonly person: string;
  /** Requests that change something must send this in `X-CSRF-Token` or the form's field `csrf`. */
  readonly csrf: string;
  readonly expires_at: string;
}

export const sessionCookie = "standpipe_session";
export const csrfHeader = "x-csrf-token";

/** How long a session lasts, in milliseconds. */
export const sessionMs = 12 * 3_600_000;

/** Starts a session. `cookie` is the value for the browser. The caller has checked the admin token. */
export async function beginSession(
  core: Core,
  person: string,
  act: Act,
): Promise<Session & { readonly cookie: string }> {
  const cookie = mintToken("session");
  const now = core.now();
  const id = newId("ses", now.getTime());
  const expires_at = new Date(now.getTime() + sessionMs).toISOString();
  const row = { id, hash: core.keys.hash(cookie), person, created_at: now.toISOString(), expires_at };
  await transact(core, act, async (db, note) => {
    await db.insertInto("sessions").values(row).execute();
    note({ action: "session.begin", detail: { person } });
  });
  return { id, person, csrf: csrfOf(core, cookie), expires_at, cookie };
}

/** The session of a cookie, if it has not ended. */
export async function findSession(core: Core, cookie: string | undefined): Promise<Session | undefined> {
  if (cookie === undefined || !isToken("session", cookie)) return undefined;
  const row = await core.store.db
    .selectFrom("sessions")
    .selectAll()
    .where("hash", "=", core.keys.hash(cookie))
    .where("expires_at", ">", core.now().toISOString())
    .executeTakeFirst();
  return row && { id: row.id, person: row.person, csrf: csrfOf(core, cookie), expires_at: row.expires_at };
}

export async function endSession(core: Core, id: string, act: Act): Promise<void> {
  await transact(core, act, async (db, note) => {
    await db.deleteFrom("sessions").where("id", "=", id).execute();
    note({ action: "session.end" });
  });
}

/** Whether a request that changes something comes from the session's own page. */
export function isCsrf({ csrf }: Session, given: string | undefined): boolean {
  return given !== undefined && sameHash(csrf, given);
}

/** Deletes ended sessions. */
export async function forgetOldSessions({ store, now }: Core): Promise<void> {
  await store.db.deleteFrom("sessions").where("expires_at", "<=", now().toISOString()).execute();
}

function csrfOf({ keys }: Core, cookie: string): string {
  return keys.digest(`csrf ${cookie}`);
}
