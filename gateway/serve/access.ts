import type { Core } from "../core.js";
import { GatewayError } from "../error.js";
import { findGrant, findTokenlessGrant, refusal, type Grant, type Refused } from "../tokens/grants.js";

/** What names a server: its token, or its id, which opens nothing by itself. */
export type Named = { readonly token: string } | { readonly serverId: string };

/**
 * Whether servers are open now. What the store says is believed for less than half a second, and for longer where the
 * store says that nothing has changed since: many open streams then cost one question and not three queries each.
 */
export interface Access {
  /** @throws GatewayError 503 where the store doesn't answer: nothing is opened on an old word */
  check(named: Named): Promise<Checked>;
  /** Forgets what the store said; called after each change made here. */
  forget(): void;
}

type Checked =
  | { readonly grant: Grant; readonly refused?: undefined }
  /** The grant is there where the token is known but opens nothing. */
  | { readonly grant?: Grant; readonly refused: Refused };

/** Together with the time of a request it stays below the second within which a revocation must hold everywhere. */
const believedMs = 400;

interface Found {
  readonly grant: Awaited<ReturnType<typeof findGrant>>;
  /** The store's before the grant was read. */
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
    // Kept by hash: a list of live tokens in memory would serve nobody but a thief.
    const key = "token" in named ? core.keys.hash(named.token) : named.serverId;
    const now = performance.now();
    const kept = known.get(key);
    if (kept && now - kept.at < believedMs) return kept.found;
    if (known.size >= 10_000) known.clear();
    const found = again(named, kept);
    const entry = { at: now, found };
    known.set(key, entry);
    const drop = () => known.get(key) === entry && known.delete(key);
    // A token just made must open here at once, and a failure is not an answer to keep.
    void found.then(({ grant }) => typeof grant === "string" && drop(), drop);
    return found;
  }

  /** What was found before, if nothing has changed since. */
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
