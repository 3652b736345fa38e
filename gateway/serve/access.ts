import type { Core } from "../core.js";
import { GatewayError } from "../error.js";
import {
  apiTokenRefusal,
  findApiToken,
  type ApiTokenRefused,
  type FoundApiToken,
} from "../tokens/api-tokens.js";
import { findGrant, findTokenlessGrant, refusal, type Grant, type Refused } from "../tokens/grants.js";

/** A server's name in a request: its token, or its id, which gives no access by itself. */
export type Named = { readonly token: string } | { readonly serverId: string };

/**
 * Whether servers are open now. The store's answer is cached for less than half a second. After that the store's
 * revision is compared, and the cached answer is used while the revision is the same, so that many open streams cost
 * one query instead of three each.
 */
export interface Access {
  /**
   * @param isFresh compares the revision also within the half second
   * @throws GatewayError 503 if the store does not answer, because an old answer must not give access
   */
  check(named: Named, isFresh?: boolean): Promise<Checked>;
  /** Whether a text is an API token that opens servers of an account. Parameters and errors as for `check`. */
  checkApiToken(token: string | undefined, accountId: string, isFresh?: boolean): Promise<CheckedApiToken>;
  /** Clears the cache; called after each local change. */
  forget(): void;
}

type Checked =
  | { readonly grant: Grant; readonly refused?: undefined }
  /** The grant is there where the token is known but opens nothing. */
  | { readonly grant?: Grant; readonly refused: Refused };

type CheckedApiToken = { readonly id: string } | { readonly refused: ApiTokenRefused };

/** Plus the time of a request, it is below the second within which a revocation must work everywhere. */
const believedMs = 400;
/** Maximum cached entries of one kind. */
const mostKnown = 10_000;

export function createAccess(core: Core): Access {
  const revision = core.store.revision;
  const grants = createBelief<Awaited<ReturnType<typeof findGrant>>>(revision);
  const apiTokens = createBelief<FoundApiToken>(revision);

  /** An open stream is checked twice a second, so its token is hashed once. */
  const hashes = new WeakMap<Named, string>();

  // Keyed by hash, because a list of live tokens in memory would only help an attacker.
  function keyOf(named: Named): string {
    const key = hashes.get(named) ?? ("token" in named ? core.keys.hash(named.token) : named.serverId);
    hashes.set(named, key);
    return key;
  }

  async function answered<Value>(asked: Promise<Value>): Promise<Value> {
    return asked.catch(() => {
      throw new GatewayError(503, "The gateway's store doesn't answer.", { "retry-after": "2" });
    });
  }

  return {
    async check(named, isFresh = false) {
      const read = () =>
        "token" in named ? findGrant(core, named.token) : findTokenlessGrant(core, named.serverId);
      const found = await answered(grants.find(keyOf(named), read, isFresh));
      if (typeof found === "string") return { refused: found };
      const refused = refusal(found, core.now());
      return refused === undefined ? { grant: found } : { grant: found, refused };
    },
    async checkApiToken(token, accountId, isFresh = false) {
      if (token === undefined) return { refused: "missing" };
      const key = core.keys.hash(token);
      const found = await answered(apiTokens.find(key, () => findApiToken(core, token), isFresh));
      if (typeof found === "string") return { refused: found };
      const refused = apiTokenRefusal(found, accountId, core.now());
      return refused === undefined ? { id: found.id } : { refused };
    },
    forget() {
      grants.forget();
      apiTokens.forget();
    },
  };
}

interface Found<Value> {
  readonly value: Value;
  /** The store's revision before the value was read. */
  readonly revision: string;
}

/** Caches the store's answer while it cannot have changed. A text as value means that nothing was found. */
function createBelief<Value>(revision: () => Promise<string>) {
  let known = new Map<string, { readonly at: number; readonly found: Promise<Found<Value>> }>();

  async function read(ask: () => Promise<Value>): Promise<Found<Value>> {
    const before = await revision();
    return { value: await ask(), revision: before };
  }

  /** The cached grant, if nothing changed since. */
  async function again(kept: Promise<Found<Value>> | undefined, ask: () => Promise<Value>) {
    const before = await kept?.catch(() => undefined);
    if (before && before.revision === (await revision())) return before;
    return read(ask);
  }

  return {
    async find(key: string, ask: () => Promise<Value>, isFresh: boolean): Promise<Value> {
      const now = performance.now();
      const kept = known.get(key);
      if (kept && !isFresh && now - kept.at < believedMs) return (await kept.found).value;
      if (known.size >= mostKnown) known.clear();
      const entry = { at: now, found: again(kept?.found, ask) };
      known.set(key, entry);
      const drop = () => known.get(key) === entry && known.delete(key);
      // A new token must work here at once, so failures are not cached.
      void entry.found.then(({ value }) => typeof value === "string" && drop(), drop);
      return (await entry.found).value;
    },
    forget: () => void (known = new Map()),
  };
}
