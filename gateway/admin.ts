import { sameHash, type Keys } from "./secrets/keys.js";
import { isToken, mintToken } from "./secrets/token.js";
import type { Db } from "./store/store.js";

/** Knows the management API's own token. */
export interface Admin {
  isToken(given: string | undefined): boolean;
}

const setting = "admin_token_hash";

/**
 * The operator's token from the environment, or the one made at the first start.
 * @param show is told the token when it is made, the only time that it is known
 * @throws Error for a token too short to keep anyone out
 */
export async function openAdmin(
  db: Db,
  keys: Keys,
  given: string | undefined,
  now: Date,
  show: (token: string) => void,
): Promise<Admin> {
  const hash = given === undefined ? await keptHash(db, keys, now, show) : keys.hash(long(given));
  return { isToken: (text) => text !== undefined && sameHash(keys.hash(text), hash) };
}

async function keptHash(db: Db, keys: Keys, now: Date, show: (token: string) => void): Promise<string> {
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
