import { GatewayError } from "./error.js";
import { sameHash, type Keys } from "./secrets/keys.js";
import { isToken, mintToken } from "./secrets/token.js";
import type { Db } from "./store/store.js";

/** Checks the admin token. */
export interface Admin {
  isToken(given: string | undefined): boolean;
}

const setting = "admin_token_hash";

interface AdminParts {
  readonly db: Db;
  readonly keys: Keys;
  readonly now: Date;
  /** Called with a new token, which is only known then. */
  readonly show: (token: string) => void;
}

/**
 * Reads the operator's token, or generates one at the first start.
 * @throws Error for a token that is too short
 */
export async function openAdmin(given: string | undefined, parts: AdminParts): Promise<Admin> {
  const { keys } = parts;
  const hash = given === undefined ? await keptHash(parts) : keys.hash(long(given));
  return { isToken: (text) => text !== undefined && sameHash(keys.hash(text), hash) };
}

/** The answer to a request without the admin token. */
export function adminTokenNeeded(): GatewayError {
  return new GatewayError(401, "This needs the admin token: Authorization: Bearer <token>.", {
    "www-authenticate": "Bearer",
  });
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
