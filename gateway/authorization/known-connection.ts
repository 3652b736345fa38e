import type { Core } from "../core.js";
import { findPerson } from "../identity/people.js";
import { findConnection, knownMs, type ConnectionRow } from "./connections.js";
import { personFacts, type PersonFacts } from "./person-access.js";

/** A connection, and what decides about its person now. */
export interface KnownConnection extends PersonFacts {
  readonly connection: ConnectionRow;
  /** When the provider must be asked about the person again. */
  readonly knownUntil: string;
}

/** Undefined if it has ended, or the person must sign in again. */
export async function findKnownConnection(core: Core, id: string): Promise<KnownConnection | undefined> {
  const connection = await findConnection(core, id);
  if (!connection) return undefined;
  const since = new Date(core.now().getTime() - knownMs).toISOString();
  const person = await findPerson(core.store.db, connection, since);
  if (!person) return undefined;
  const facts = await personFacts(core, person, connection.account_id);
  const knownUntil = new Date(Date.parse(person.seenAt) + knownMs).toISOString();
  return { connection, knownUntil, ...facts };
}

/** Time passes without a change in the store. */
export function isStanding({ connection, knownUntil }: KnownConnection, now: Date): boolean {
  const at = now.toISOString();
  return at < connection.expires_at && at < knownUntil;
}
