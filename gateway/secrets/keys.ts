import {
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import type { Db } from "../store/store.js";
import { ownKeyContext } from "../own-keys/table.js";
import type { Vault } from "./vault.js";

/** The gateway's own secrets, besides the accounts' keys. */
export interface Keys {
  readonly vault: Vault;
  /** HMAC-SHA-256 of a token in base64url. Only this is stored. */
  hash(token: string): string;
  /** HMAC-SHA-256 of any text in base64url, different from tokens' hashes. */
  digest(text: string): string;
  /** The HMAC key of one purpose, equal on all replicas and after a rotation of the secret key. */
  derive(purpose: string): KeyObject;
}

const setting = "root_key";

/**
 * Reads the root of all hashes, which is generated at the first start and stored encrypted. It stays when the secret
 * key is rotated, so tokens keep working. Data of a previous key is encrypted again.
 * @throws VaultError if the store was created with another secret key
 */
export async function openKeys(db: Db, vault: Vault, now: Date): Promise<Keys> {
  const fresh = vault.seal(randomBytes(32).toString("base64url"), setting);
  const updated_at = now.toISOString();
  await db
    .insertInto("settings")
    .values({ key: setting, value: fresh, updated_at })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  const { value } = await db
    .selectFrom("settings")
    .select("value")
    .where("key", "=", setting)
    .executeTakeFirstOrThrow();
  const opened = vault.open(value, setting);
  await sealAnew(db, vault);
  // Last, so that an aborted rotation continues at the next start.
  if (!vault.isCurrent(value)) await keepRoot(db, vault.seal(opened, setting), updated_at);
  const root = Buffer.from(opened, "base64url");
  // An HMAC with a key in bytes takes Node 24 ten times as long.
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync("sha256", root, "standpipe", purpose, 32)));
  const hmac = (key: KeyObject) => (text: string) =>
    createHmac("sha256", key).update(text).digest("base64url");
  return { vault, derive, hash: hmac(derive("token")), digest: hmac(derive("digest")) };
}

/** Compares two hashes in constant time. */
export function sameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The context of the encryption of an account's key. */
export function keyContext(accountId: string): string {
  return `accounts/${accountId}/api_key`;
}

/** The context of the encryption of a waiting call's arguments. */
export function approvalContext(approvalId: string): string {
  return `approvals/${approvalId}/arguments`;
}

/** Always checked, because a replica with the previous key may have encrypted something later. */
async function sealAnew(db: Db, vault: Vault): Promise<void> {
  const anew = (sealed: string, context: string) => vault.seal(vault.open(sealed, context), context);
  const accounts = db.selectFrom("accounts").select(["id", "api_key"]).where("api_key", "<>", "");
  for (const { id, api_key } of (await accounts.execute()).filter((row) => !vault.isCurrent(row.api_key))) {
    const sealed = { api_key: anew(api_key, keyContext(id)) };
    // If it was changed meanwhile, it is encrypted with the current key.
    await db
      .updateTable("accounts")
      .set(sealed)
      .where("id", "=", id)
      .where("api_key", "=", api_key)
      .execute();
  }
  const own = await db.selectFrom("own_keys").selectAll().execute();
  for (const row of own.filter((one) => !vault.isCurrent(one.api_key))) {
    const sealed = { api_key: anew(row.api_key, ownKeyContext(row)) };
    const changed = db.updateTable("own_keys").set(sealed).where("id", "=", row.id);
    await changed.where("api_key", "=", row.api_key).execute();
  }
  const approvals = await db.selectFrom("approvals").select(["id", "arguments"]).execute();
  for (const row of approvals.filter((one) => !vault.isCurrent(one.arguments))) {
    const sealed = { arguments: anew(row.arguments, approvalContext(row.id)) };
    await db.updateTable("approvals").set(sealed).where("id", "=", row.id).execute();
  }
}

async function keepRoot(db: Db, value: string, updated_at: string): Promise<void> {
  await db.updateTable("settings").set({ value, updated_at }).where("key", "=", setting).execute();
}
