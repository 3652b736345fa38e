import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { mintToken } from "../secrets/token.js";
import { insertConnection, type Beginning, type ConnectionRow } from "./connections.js";

/** What a person allowed, until the client fetches it with the code. */
export interface Allowed {
  readonly beginning: Beginning;
  readonly redirect_uri: string;
  readonly code_challenge: string;
  /** The person's name, for the log. */
  readonly person: string;
}

/** How long a code works. */
const codeMs = 60_000;
/** How long a code is known after that, so that a late second use ends what began with it. */
const rememberMs = 600_000;

/** A new code. */
export async function giveCode({ store, keys, now }: Core, allowed: Allowed): Promise<string> {
  const code = mintToken("code");
  const content = JSON.stringify({ ...allowed, until: now().getTime() + codeMs });
  const expires_at = new Date(now().getTime() + rememberMs).toISOString();
  const row = { hash: keys.hash(code), content, connection_id: null, expires_at };
  await store.db.insertInto("authorization_codes").values(row).execute();
  return code;
}

/** A code as it is stored. */
export interface KnownCode extends Allowed {
  readonly isOver: boolean;
  /** The connection that began with it. */
  readonly connectionId: string | null;
}

export async function findCode({ store, keys, now }: Core, code: string): Promise<KnownCode | undefined> {
  const row = await store.db
    .selectFrom("authorization_codes")
    .selectAll()
    .where("hash", "=", keys.hash(code))
    .executeTakeFirst();
  if (!row) return undefined;
  const { until, ...allowed } = JSON.parse(row.content) as Allowed & { readonly until: number };
  return { ...allowed, isOver: until <= now().getTime(), connectionId: row.connection_id };
}

/** Begins the connection of a code. Undefined if the code was used meanwhile, at any replica. */
export async function redeemCode(
  core: Core,
  code: string,
  { beginning, person }: KnownCode,
  act: Omit<Act, "actor">,
): Promise<ConnectionRow | undefined> {
  const { issuer, subject } = beginning;
  return transact(core, { ...act, actor: person, issuer, subject }, async (db, note) => {
    const row = await insertConnection(db, beginning, core.now());
    const { numUpdatedRows } = await db
      .updateTable("authorization_codes")
      .set({ connection_id: row.id })
      .where("hash", "=", core.keys.hash(code))
      .where("connection_id", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      await db.deleteFrom("connections").where("id", "=", row.id).execute();
      return undefined;
    }
    const { account_id, server_id, client_id } = beginning;
    note({ action: "connection.begin", accountId: account_id, serverId: server_id, detail: { client_id } });
    return row;
  });
}
