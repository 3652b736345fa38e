import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import type { Db } from "../store/store.js";
import type { Vault } from "./vault.js";

/** The gateway's own secrets beside those it keeps for accounts. */
export interface Keys {
  readonly vault: Vault;
  /** HMAC-SHA-256 of a token, base64url: all that is kept of it. */
  hash(token: string): string;
  /** HMAC-SHA-256 of any text, base64url, apart from tokens' hashes. */
  digest(text: string): string;
  /** 32 bytes for one purpose, the same on all replicas and after a rotation of the secret key. */
  derive(purpose: string): Uint8Array;
}

const setting = "root_key";

/**
 * Reads the root of all hashes, which is made at the first start and kept sealed. It stays when the secret key is
 * rotated, so tokens go on working; what is sealed with a former key is sealed anew.
 * @throws VaultError where the secret key is not the one that the store was made with
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
  // Last, so that a rotation cut short is taken up at the next start.
  if (!vault.isCurrent(value)) await keepRoot(db, vault.seal(opened, setting), updated_at);
  const root = Buffer.from(opened, "base64url");
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", root, "standpipe", purpose, 32));
  const hmac = (key: Buffer) => (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  return { vault, derive, hash: hmac(derive("token")), digest: hmac(derive("digest")) };
}

/** Compares two hashes without telling by its time how much of them is alike. */
export function sameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Where an account's key belongs. */
export function keyPlace(accountId: string): string {
  return `accounts/${accountId}/api_key`;
}

/** Where the arguments of a call that waits for approval belong. */
export function approvalPlace(approvalId: string): string {
  return `approvals/${approvalId}/arguments`;
}

/** Always looked through: a replica that still ran with the former key may have sealed with it later. */
async function sealAnew(db: Db, vault: Vault): Promise<void> {
  const anew = (sealed: string, place: string) => vault.seal(vault.open(sealed, place), place);
  const accounts = db.selectFrom("accounts").select(["id", "api_key"]).where("api_key", "<>", "");
  for (const { id, api_key } of (await accounts.execute()).filter((row) => !vault.isCurrent(row.api_key))) {
    const sealed = { api_key: anew(api_key, keyPlace(id)) };
    // Whoever changed the key meanwhile has sealed it with the current one.
    await db
      .updateTable("accounts")
      .set(sealed)
      .where("id", "=", id)
      .where("api_key", "=", api_key)
      .execute();
  }
  const approvals = await db.selectFrom("approvals").select(["id", "arguments"]).execute();
  for (const row of approvals.filter((one) => !vault.isCurrent(one.arguments))) {
    const sealed = { arguments: anew(row.arguments, approvalPlace(row.id)) };
    await db.updateTable("approvals").set(sealed).where("id", "=", row.id).execute();
  }
}

async function keepRoot(db: Db, value: string, updated_at: string): Promise<void> {
  await db.updateTable("settings").set({ value, updated_at }).where("key", "=", setting).execute();
}
