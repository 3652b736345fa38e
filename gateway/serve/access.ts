import type { Core } from "../core.js";
import { GatewayError } from "../error.js";
import { findGrant, findTokenlessGrant, refusal, type Grant, type Refused } from "../tokens/grants.js";

/** A server's name in a request: its token, or its id, which gives no access by itself. */
export type Named = { readonly token: string } | { readonly serverId: string };

/**
 * Whether servers are open now. The store's answer is cached for less than half a second, and longer if the store
 * reports no change, so that many open streams cost one query instead of three each.
 */
export interface Access {
  /** @throws GatewayError 503 if the store does not answer, because an old answer must not give access */
  check(named: Named): Promise<Checked>;
  /** Clears the cache; called after each local change. */
  forget(): void;
}

type Checked =
  | { readonly grant: Grant; readonly refused?: undefined }
  /** The grant is there where the token is known but opens nothing. */
  | { readonly grant?: Grant; readonly refused: Refused };

/** Plus the time of a request, it is below the second within which a revocation must work everywhere. */
const believedMs = 400;

interface Found {
  readonly grant: Awaited<ReturnType<typeof findGrant>>;
  /** The store's change mark before the grant was read. */
  readonly revision: string;
}

interface Known {
  readonly at: number;
  readonly found: Promise<Found>;
}

export function createAccess(core: Core): Access {
  let known = new Map<string, Known>();

  async function read(named: Named): Promise<Found> {
    const before = await core.store.revision();
    const grant = await ("token" in named
      ? findGrant(core, named.token)
      : findTokenlessGrant(core, named.serverId));
    return { grant, revision: before };
  }

  function find(named: Named): Promise<Found> {
    // Keyed by hash, because a list of live tokens in memory would only help an attacker.
    const key = "token" in named ? core.keys.hash(named.token) : named.serverId;
    const now = performance.now();
    const kept = known.get(key);
    if (kept && now - kept.at < believedMs) return kept.found;
    if (known.size >= 10_000) known.clear();
    const found = again(named, kept);
    const entry = { at: now, found };
    known.set(key, entry);
    const drop = () => known.get(key) === entry && known.delete(key);
    // A new token must work here at once, so failures are not cached.
    void found.then(({ grant }) => typeof grant === "string" && drop(), drop);
    return found;
  }

  /** The cached grant, if nothing changed since. */
  async function again(named: Named, kept: Known | undefined): Promise<Found> {
    const before = await kept?.found.catch(() => undefined);
    if (before && before.revision === (await core.store.revision())) return before;
    return read(named);
  }

  return {
    async check(named) {
      const { grant: found } = await find(named).catch(() => {
        throw new GatewayError(503, "The gateway's store doesn't answer.", { "retry-after": "2" });
      });
      if (typeof found === "string") return { refused: found };
      const refused = refusal(found, core.now());
      return refused === undefined ? { grant: found } : { grant: found, refused };
    },
    forget: () => void (known = new Map()),
  };
}
