import { findKnownConnection, isStanding, type KnownConnection } from "../authorization/known-connection.js";
import type { Core } from "../core.js";
import { GatewayError } from "../error.js";
import {
  apiTokenRefusal,
  findApiToken,
  type ApiTokenRefused,
  type FoundApiToken,
} from "../tokens/api-tokens.js";
import {
  findGrant,
  findTokenlessGrant,
  readAccount,
  refusal,
  type AccountOf,
  type Grant,
  type Refused,
} from "../tokens/grants.js";
import type { AccountRow } from "../store/schema.js";

/** A server's name in a request: its token, or its id, which gives no access by itself. */
export type Named = { readonly token: string } | { readonly serverId: string };

/**
 * Whether servers are open now. The store's answers are cached while the store's revision is the same. The revision is
 * asked for again after less than half a second, so that any number of calls and open streams cost one small query.
 */
export interface Access {
  /**
   * @param isFresh asks for the revision also within the half second
   * @throws GatewayError 503 if the store does not answer, because an old answer must not give access
   */
  check(named: Named, isFresh?: boolean): Promise<Checked>;
  /** Whether a text is an API token that opens servers of an account. Parameters and errors as for `check`. */
  checkApiToken(token: string | undefined, accountId: string, isFresh?: boolean): Promise<CheckedApiToken>;
  /** The connection of a client to a server URL, and what is known of its person. Parameters and errors as for `check`. */
  checkConnection(id: string, isFresh?: boolean): Promise<KnownConnection | undefined>;
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
  const revisionOf = createRevisions(core.store.revision);
  const grants = createBelief<Awaited<ReturnType<typeof findGrant>>>(revisionOf);
  const accounts = createBelief<AccountRow>(revisionOf);
  const read = readAccount(core);
  // A grant is read after its revision, so an account of the same revision is as new.
  const accountOf: AccountOf = (id) => accounts.find(id, () => read(id), false);
  // A request is checked several times, and an open stream twice a second.
  const hashes = new WeakMap<Named, string>();
  const apiTokens = createBelief<FoundApiToken>(revisionOf);
  const connections = createBelief<KnownConnection | "unknown">(revisionOf);

  // Keyed by hash, because a list of live tokens in memory would only help an attacker.
  function keyOf(named: Named): string {
    if (!("token" in named)) return named.serverId;
    const known = hashes.get(named) ?? core.keys.hash(named.token);
    hashes.set(named, known);
    return known;
  }

  async function answered<Value>(asked: Promise<Value>): Promise<Value> {
    return asked.catch(() => {
      throw new GatewayError(503, "The gateway's store doesn't answer.", { "retry-after": "2" });
    });
  }

  return {
    async check(named, isFresh = false) {
      const ask = () =>
        "token" in named
          ? findGrant(core, named.token, accountOf)
          : findTokenlessGrant(core, named.serverId, accountOf);
      const found = await answered(grants.find(keyOf(named), ask, isFresh));
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
    async checkConnection(id, isFresh = false) {
      const ask = async () => (await findKnownConnection(core, id)) ?? "unknown";
      const found = await answered(connections.find(id, ask, isFresh));
      return found === "unknown" || !isStanding(found, core.now()) ? undefined : found;
    },
    forget() {
      connections.forget();
      grants.forget();
      accounts.forget();
      apiTokens.forget();
    },
  };
}

/** The store's revision. All checks of less than half a second share one query. */
function createRevisions(ask: () => Promise<string>) {
  let last = { text: "", at: -Infinity };
  return async (isFresh: boolean): Promise<string> => {
    const at = performance.now();
    if (!isFresh && at - last.at < believedMs) return last.text;
    const text = await ask();
    if (at > last.at) last = { text, at };
    return text;
  };
}

/** Caches the store's answers while they cannot have changed. A text as value means that nothing was found. */
function createBelief<Value>(revisionOf: (isFresh: boolean) => Promise<string>) {
  let known = new Map<string, { readonly revision: string; readonly value: Promise<Value> }>();

  return {
    async find(key: string, ask: () => Promise<Value>, isFresh: boolean): Promise<Value> {
      const beliefs = known;
      // Read before the value, so a change in between makes the value look old, never new.
      const revision = await revisionOf(isFresh);
      const kept = beliefs.get(key);
      if (kept?.revision === revision) return kept.value;
      if (beliefs.size >= mostKnown) beliefs.clear();
      const entry = { revision, value: ask() };
      beliefs.set(key, entry);
      const drop = () => beliefs.get(key) === entry && beliefs.delete(key);
      // A new token must work here at once, so failures are not cached.
      void entry.value.then((value) => typeof value === "string" && drop(), drop);
      return entry.value;
    },
    forget: () => void (known = new Map()),
  };
}
