import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from "jose";
import type { Core } from "../core.js";
import { VaultError } from "../secrets/vault.js";

/** The keys that sign access tokens. All replicas share them. */
export interface SigningKeys {
  /** The key that signs now. */
  current(): Promise<SigningKey>;
  /** A key by its id, for a token that this or another replica signed. */
  find(kid: string | undefined): Promise<SigningKey | undefined>;
  /** The public halves (RFC 7517). */
  published(): Promise<{ readonly keys: readonly JWK[] }>;
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
}

interface StoredKey {
  readonly jwk: JWK & { readonly kid: string };
  readonly made: number;
}

export const signingAlgorithm = "ES256";
const setting = "signing_keys";

const HOUR_MS = 3_600_000;
/** A new key is made after a month, is published an hour before it signs, and is kept for a day after its successor. */
const rotateMs = 30 * 24 * HOUR_MS;
const publishMs = HOUR_MS;
const keepMs = 24 * HOUR_MS;
/** How long the stored keys are not read again. */
const believedMs = 60_000;

export function createSigningKeys(core: Core): SigningKeys {
  let kept: { readonly keys: Promise<readonly LoadedKey[]>; readonly at: number } | undefined;

  function load(isAnew = false): Promise<readonly LoadedKey[]> {
    const at = core.now().getTime();
    const oldest = isAnew ? 1_000 : believedMs;
    if (kept && Math.abs(at - kept.at) < oldest) return kept.keys;
    const entry = { keys: readKeys(core).then((stored) => Promise.all(stored.map(loaded))), at };
    kept = entry;
    entry.keys.catch(() => kept === entry && (kept = undefined));
    return entry.keys;
  }

  return {
    async current() {
      const keys = await load();
      const signsUntil = core.now().getTime() - publishMs;
      return keys.findLast(({ made }) => made <= signsUntil) ?? keys[0]!;
    },
    async find(kid) {
      const isIt = (key: LoadedKey) => key.kid === kid;
      return (await load()).find(isIt) ?? (await load(true)).find(isIt);
    },
    async published() {
      return { keys: (await load()).map(({ publicJwk }) => publicJwk) };
    },
  };
}

type LoadedKey = SigningKey & Pick<StoredKey, "made">;

async function loaded({ jwk, made }: StoredKey): Promise<LoadedKey> {
  const { kty, crv, x, y, kid } = jwk;
  const publicJwk = { kty, crv, x, y, kid, alg: signingAlgorithm, use: "sig" };
  const [privateKey, publicKey] = await Promise.all([
    importJWK(jwk, signingAlgorithm) as Promise<CryptoKey>,
    importJWK(publicJwk, signingAlgorithm) as Promise<CryptoKey>,
  ]);
  return { kid, made, privateKey, publicKey, publicJwk };
}

/** The stored keys, from the oldest to the newest. Makes the first one, and the next one when it is due. */
async function readKeys(core: Core): Promise<readonly StoredKey[]> {
  const { store, now } = core;
  const row = await store.db
    .selectFrom("settings")
    .select("value")
    .where("key", "=", setting)
    .executeTakeFirst();
  const stored = row ? opened(core, row.value) : [];
  const at = now().getTime();
  const newest = stored.at(-1);
  const isDue = newest === undefined || newest.made <= at - rotateMs;
  if (row && !isDue && core.keys.vault.isCurrent(row.value)) return stored;
  const used = stored.filter((_, index) => (stored[index + 1]?.made ?? at) > at - keepMs - publishMs);
  const keys = isDue ? [...used, await newKey(at)] : used;
  return (await keepKeys(core, row?.value, keys)) ? keys : readKeys(core);
}

/** Keys that cannot be opened are lost with the old secret key. New ones end only tokens of the last minutes. */
function opened({ keys }: Core, sealed: string): readonly StoredKey[] {
  try {
    return JSON.parse(keys.vault.open(sealed, setting)) as StoredKey[];
  } catch (error) {
    if (error instanceof VaultError) return [];
    throw error;
  }
}

/** Stores keys. False if another replica was faster. */
async function keepKeys(
  { store, keys, now }: Core,
  before: string | undefined,
  made: readonly StoredKey[],
): Promise<boolean> {
  const row = {
    key: setting,
    value: keys.vault.seal(JSON.stringify(made), setting),
    updated_at: now().toISOString(),
  };
  if (before === undefined) {
    const { numInsertedOrUpdatedRows } = await store.db
      .insertInto("settings")
      .values(row)
      .onConflict((conflict) => conflict.column("key").doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await store.db
    .updateTable("settings")
    .set(row)
    .where("key", "=", setting)
    .where("value", "=", before)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function newKey(made: number): Promise<StoredKey> {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = `${new Date(made).toISOString().slice(0, 10)}-${jwk.x!.slice(0, 8)}`;
  return { jwk: { ...jwk, kid }, made };
}
