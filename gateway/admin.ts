import type { Act } from "./core.js";
import { GatewayError } from "./error.js";
import { sameHash, type Keys } from "./secrets/keys.js";
import { isToken, mintToken } from "./secrets/token.js";
import type { Db } from "./store/store.js";

/** Checks the admin token. */
export interface Admin {
  /** Whether the admin token opens anything. */
  readonly isOn: boolean;
  isToken(given: string | undefined): boolean;
  /** Reports that someone used the token, where people should sign in instead. */
  noteUse(act: Act): void;
}

const setting = "admin_token_hash";

interface AdminParts {
  readonly db: Db;
  readonly keys: Keys;
  readonly now: Date;
  readonly isOn: boolean;
  /** Called with a new token, which is only known then. */
  readonly show: (token: string) => void;
  readonly noteUse: (act: Act) => void;
}

/**
 * Reads the operator's token, or generates one at the first start.
 * @throws Error for a token that is too short
 */
export async function openAdmin(given: string | undefined, parts: AdminParts): Promise<Admin> {
  const { keys, isOn, noteUse } = parts;
  if (!isOn) return { isOn, isToken: () => false, noteUse };
  const hash = given === undefined ? await keptHash(parts) : keys.hash(long(given));
  return { isOn, isToken: (text) => text !== undefined && sameHash(keys.hash(text), hash), noteUse };
}

/** The answer to a request without a credential. */
export function adminTokenNeeded(): GatewayError {
  return new GatewayError(401, "This needs the admin token: Authorization: Bearer <token>.", {
    "www-authenticate": "Bearer",
  });
}

/**
 * Replaces the stored token and ends the sessions that began with the old one. A running gateway knows the new token
 * after a restart.
 */
export async function resetAdminToken(db: Db, keys: Keys, now: Date): Promise<string> {
  const token = mintToken("admin");
  const row = { key: setting, value: keys.hash(token), updated_at: now.toISOString() };
  await db.transaction().execute(async (change) => {
    await change
      .insertInto("settings")
      .values(row)
      .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
      .execute();
    await change.deleteFrom("sessions").where("issuer", "is", null).execute();
  });
  return token;
}

async function keptHash({ db, keys, now, show }: AdminParts): Promise<string> {
  const token = mintToken("admin");
  const made = await db
    .insertInto("settings")
    .values({ key: setting, value: keys.hash(token), updated_at: now.toISOString() })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("value")
    .executeTakeFirst();
  if (made) {
    show(token);
    return made.value;
  }
  const kept = await db
    .selectFrom("settings")
    .select("value")
    .where("key", "=", setting)
    .executeTakeFirstOrThrow();
  return kept.value;
}

function long(token: string): string {
  if (isToken("admin", token) || token.length >= 24) return token;
  throw new Error("STANDPIPE_ADMIN_TOKEN needs at least 24 characters.");
}
