import type { Answers } from "../../runtime/index.js";
import type { CallKey } from "../accounts/account-key.js";
import { callKey } from "../own-keys/call-key.js";
import { apiOf } from "../apis.js";
import type { AccountState } from "../ops/account-state.js";
import { configOf, type Grant } from "../tokens/grants.js";
import { createRegistries } from "./registries.js";
import { createUpstreams, keyOf } from "./upstreams.js";
import { createView, type ServerView, type ViewNeeds, type ViewParts } from "./view.js";

/** Views of server URLs. Each is created at its first use, and again when its config or account changed. */
export interface Views {
  readonly size: () => number;
  /** The state of each account in use. */
  readonly upstreams: () => readonly AccountState[];
  /**
   * Runs work with the view of a grant, which stays until it is done.
   * @throws UnservableError like `createView`
   */
  use<Result>(grant: Grant, run: (view: ServerView) => Promise<Result>): Promise<Result>;
  /** Waits for running calls, and ends the longest ones after this many milliseconds. */
  close(graceMs: number): Promise<void>;
}

/** A view is at most some hundred kilobytes. The least recently used one is dropped first. */
const mostViews = 1_000;

/**
 * Users whose access tokens have the same parts of a server share a view. With own keys each person has a view, and so
 * their own connections, names and pages.
 */
function placeOf({ server, person, held = [] }: Grant): string {
  if (!person && held.length === 0) return server.id;
  return JSON.stringify([server.id, person ? [person.issuer, person.id] : null, ...held]);
}

/** The types of answers, if this server URL lists output schemas. They are loaded for no other. */
async function answersFor({ core }: ViewParts, { server, account }: Grant): Promise<Answers | undefined> {
  return configOf(server).output_schemas ? apiOf(core, account).answers?.() : undefined;
}

/** A new view, which holds the account's connections until it is released. */
function make(
  grant: Grant,
  needs: Omit<ViewNeeds, "upstream">,
  upstreams: ReturnType<typeof createUpstreams>,
  parts: ViewParts,
): Pick<Held, "view" | "release"> {
  const { account } = grant;
  const upstream = upstreams.take(account, needs.key);
  const release = () => upstreams.giveBack(account, needs.key);
  try {
    return { view: createView(grant, { upstream, ...needs }, parts), release };
  } catch (error) {
    release();
    throw error;
  }
}

async function closed({ view, release }: Held, report: (error: Error) => void): Promise<void> {
  await view.close().catch(report);
  release();
}

interface Held {
  readonly key: string;
  readonly view: ServerView;
  readonly release: () => void;
  users: number;
}

export function createViews(parts: ViewParts): Views {
  const upstreams = createUpstreams(parts.core, parts.metrics, parts.report);
  const registries = createRegistries();
  // A map keeps the order of insertion, so the first one is the least recently used.
  const held = new Map<string, Held>();
  /** Views that are replaced, and close when their last call has ended. */
  const retired = new Set<Held>();

  function find(grant: Grant, answers: Answers | undefined, callKey: CallKey): Held {
    const { server, account } = grant;
    const place = placeOf(grant);
    const key = `${server.version} ${account.approvals ?? ""} ${keyOf(account, callKey)}`;
    const kept = held.get(place);
    if (kept) held.delete(place);
    if (kept?.key === key) {
      held.set(place, kept);
      return kept;
    }
    if (kept) retire(kept);
    const made = {
      key,
      users: 0,
      ...make(grant, { answers, registries, key: callKey, use: useService }, upstreams, parts),
    };
    held.set(place, made);
    if (held.size > mostViews) forgetOldest();
    return made;
  }

  function forgetOldest(): void {
    const [id, oldest] = held.entries().next().value!;
    held.delete(id);
    retire(oldest);
  }

  /** Closed once the last request that uses it is answered. */
  function retire(one: Held): void {
    retired.add(one);
    if (one.users === 0) end(one);
  }

  function end(one: Held): void {
    void closed(one, parts.report).then(() => retired.delete(one));
  }

  const use: Views["use"] = async (grant, run) => {
    const [answers, key] = await Promise.all([answersFor(parts, grant), callKey(parts.core, grant)]);
    const one = find(grant, answers, key);
    one.users += 1;
    try {
      return await run(one.view);
    } finally {
      one.users -= 1;
      if (one.users === 0 && retired.has(one)) end(one);
    }
  };
  const useService: ViewNeeds["use"] = (grant, run) => use(grant, ({ service }) => run(service));

  return {
    size: () => held.size,
    upstreams: upstreams.states,
    use,
    async close(graceMs) {
      await Promise.all([...held.values(), ...retired].map(({ view }) => view.stop(graceMs)));
      await upstreams.close();
    },
  };
}
