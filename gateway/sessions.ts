import { transact } from "./audit/transact.js";
import type { Act, Core } from "./core.js";
import type { Identity } from "./identity/identity.js";
import { notePerson } from "./identity/people.js";
import { rightsOfPerson } from "./identity/held-roles.js";
import { allRights, type Rights } from "./identity/roles.js";
import { newId } from "./id.js";
import type { PersonIds } from "./oauth/person-ids.js";
import { sameHash } from "./secrets/keys.js";
import { isToken, mintToken } from "./secrets/token.js";
import type { SessionRow } from "./store/schema.js";

/** A person who is signed in, or a program with a service token. */
export interface Session {
  readonly id: string;
  /** The person's name: as the provider verified it, or as they entered it with the admin token. */
  readonly person: string;
  /** Absent for a session that began with the admin token. */
  readonly identity?: Identity;
  /** Whether a program acts with a service token. */
  readonly isService?: true;
  /** What the person may do now. */
  readonly rights: Rights;
  /** Requests that change something must send this in `X-CSRF-Token` or the form's field `csrf`. */
  readonly csrf: string;
  readonly expires_at: string;
}

export const sessionCookie = "standpipe_session";
export const csrfHeader = "x-csrf-token";

/** How long a session of the admin token lasts, in milliseconds. */
export const sessionMs = 12 * 3_600_000;

/** How long a session of a person lasts, until the provider is asked for the groups again, in milliseconds. */
export const personMs = 3_600_000;

/** A session that begins with its end. */
interface Beginning {
  readonly person: string;
  readonly identity?: Identity;
  readonly expires_at: string;
  readonly by: "provider" | "admin_token" | "device";
}

type Begun = Omit<Session, "rights"> & { readonly cookie: string };

/**
 * Starts a session. `cookie` is the value for the browser. The caller has checked the admin token, or has the identity
 * from the provider.
 */
export async function beginSession(
  core: Core,
  person: string,
  act: Act,
  identity?: Identity,
): Promise<Begun> {
  const ends = core.now().getTime() + (identity ? personMs : sessionMs);
  const by = identity ? "provider" : "admin_token";
  const session = await beginSessionUntil(
    core,
    { person, identity, expires_at: new Date(ends).toISOString(), by },
    act,
  );
  if (identity) await notePerson(core.store.db, identity, core.now().toISOString());
  return session;
}

/** Starts a session that ends at a given time. */
export async function beginSessionUntil(
  core: Core,
  { person, identity, expires_at, by }: Beginning,
  act: Act,
): Promise<Begun> {
  const cookie = mintToken("session");
  const now = core.now();
  const id = newId("ses", now.getTime());
  const row = {
    id,
    hash: core.keys.hash(cookie),
    person,
    issuer: identity?.issuer ?? null,
    subject: identity?.subject ?? null,
    groups: JSON.stringify(identity?.groups ?? []),
    email: identity?.email ?? null,
    person_ids: JSON.stringify(identity?.ids ?? {}),
    provider_session: identity?.providerSession ?? null,
    created_at: now.toISOString(),
    expires_at,
  };
  await transact(core, act, async (db, note) => {
    await db.insertInto("sessions").values(row).execute();
    note({ action: "session.begin", detail: { person, by } });
  });
  return { id, person, identity, csrf: csrfOf(core, cookie), expires_at, cookie };
}

/** The session of a cookie, if it has not ended. */
export async function findSession(core: Core, cookie: string | undefined): Promise<Session | undefined> {
  if (cookie === undefined || !isToken("session", cookie)) return undefined;
  const row = await openRow(core, "hash", core.keys.hash(cookie));
  if (!row) return undefined;
  const { id, person, expires_at } = row;
  const identity = rowIdentity(row);
  const rights = await rightsIn(core, row);
  return { id, person, identity, rights, csrf: csrfOf(core, cookie), expires_at };
}

/** What the person of a session may do now; undefined once the session has ended. */
export async function rightsNow(core: Core, { id }: Pick<Session, "id">): Promise<Rights | undefined> {
  const row = await openRow(core, "id", id);
  return row && rightsIn(core, row);
}

function openRow(core: Core, by: "id" | "hash", value: string): Promise<SessionRow | undefined> {
  return core.store.db
    .selectFrom("sessions")
    .selectAll()
    .where(by, "=", value)
    .where("expires_at", ">", core.now().toISOString())
    .executeTakeFirst();
}

async function rightsIn(core: Core, row: SessionRow): Promise<Rights> {
  const identity = rowIdentity(row);
  return identity ? rightsOfPerson(core, identity) : allRights;
}

/** The session of a person who signed in at the provider. A session of the admin token is only for the page. */
export async function findPersonSession(core: Core, token: string): Promise<Session | undefined> {
  const session = await findSession(core, token);
  return session?.identity && session;
}

function rowIdentity(row: SessionRow): Identity | undefined {
  const { issuer, subject, person: name, email, provider_session } = row;
  if (issuer === null || subject === null) return undefined;
  const groups = JSON.parse(row.groups) as string[];
  const providerSession = provider_session ?? undefined;
  const ids = JSON.parse(row.person_ids) as PersonIds;
  return { issuer, subject, name, groups, email: email ?? undefined, ids, providerSession };
}

export async function endSession(core: Core, id: string, act: Act): Promise<void> {
  await transact(core, act, async (db, note) => {
    await db.deleteFrom("sessions").where("id", "=", id).execute();
    note({ action: "session.end" });
  });
}

/** Ends a person's sessions, as the provider asks: all of them, or those of one session at the provider. */
export async function endSessionsOf(
  core: Core,
  { issuer, subject, providerSession }: EndedPerson,
  act: Act,
): Promise<void> {
  await transact(core, act, async (db, note) => {
    let ended = db.deleteFrom("sessions").where("issuer", "=", issuer);
    if (subject !== undefined) ended = ended.where("subject", "=", subject);
    // Some providers name their session only in the logout token.
    if (providerSession !== undefined)
      ended = ended.where((row) =>
        row.or([row("provider_session", "=", providerSession), row("provider_session", "is", null)]),
      );
    const { numDeletedRows } = await ended.executeTakeFirst();
    if (subject !== undefined)
      for (const table of ["connections", "person_renewals"] as const)
        await db.deleteFrom(table).where("issuer", "=", issuer).where("subject", "=", subject).execute();
    note({ action: "session.end_all", detail: { issuer, subject, sessions: Number(numDeletedRows) } });
  });
}

interface EndedPerson {
  readonly issuer: string;
  readonly subject?: string;
  readonly providerSession?: string;
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
