import type { Core } from "../core.js";
import { findGrant, refusal, type Grant, type Refused } from "../tokens/grants.js";

/** Whether tokens open anything now. What the store says is believed for less than half a second. */
export interface Access {
  /** @throws Error where the store doesn't answer: nothing is opened on an old word */
  check(token: string): Promise<Checked>;
  /** Forgets what the store said; called after each change made here. */
  forget(): void;
}

export type Checked =
  | { readonly grant: Grant; readonly refused?: undefined }
  /** The grant is there where the token is known but opens nothing. */
  | { readonly grant?: Grant; readonly refused: Refused };

/** Together with the time of a request it stays below the second within which a revocation must hold everywhere. */
const believedMs = 400;

export function createAccess(core: Core): Access {
  let known = new Map<string, { readonly at: number; readonly found: ReturnType<typeof findGrant> }>();

  function find(token: string): ReturnType<typeof findGrant> {
    // Kept by hash: a list of live tokens in memory would serve nobody but a thief.
    const hash = core.keys.hash(token);
    const now = performance.now();
    const kept = known.get(hash);
    if (kept && now - kept.at < believedMs) return kept.found;
    if (known.size >= 10_000) known.clear();
    const found = findGrant(core, token);
    const entry = { at: now, found };
    known.set(hash, entry);
    const drop = () => known.get(hash) === entry && known.delete(hash);
    // A token just made must open here at once, and a failure is not an answer to keep.
    void found.then((grant) => typeof grant === "string" && drop(), drop);
    return found;
  }

  return {
    async check(token) {
      const found = await find(token);
      if (typeof found === "string") return { refused: found };
      const refused = refusal(found, core.now());
      return refused === undefined ? { grant: found } : { grant: found, refused };
    },
    forget: () => void (known = new Map()),
  };
}
