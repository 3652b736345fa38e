import {
  originCredentials,
  type PacingOptions,
  type SlotStore,
  type UpstreamWatch,
  type Upstream,
  writtenCredentials,
} from "../../runtime/index.js";
import { createUpstream } from "../../runtime/serving.js";
import { baseUrlOf, originsOf } from "../accounts/base-url.js";
import { apiOf, type ServedApi } from "../apis.js";
import type { Core } from "../core.js";
import type { AccountState } from "../ops/account-state.js";
import type { Metrics } from "../ops/metrics.js";
import { keyContext } from "../secrets/keys.js";
import type { AccountRow } from "../store/schema.js";
import { beforeSending } from "../store/store-fault.js";

/** One Upstream per account: its connections, rate limit and health, shared by all its server URLs. */
export interface Upstreams {
  /** The state of each account in use, for metrics. */
  states(): readonly AccountState[];
  /** The account's Upstream; closed when it is no longer used. */
  take(account: AccountRow): Upstream;
  giveBack(account: AccountRow): void;
  close(): Promise<void>;
}

export function createUpstreams(core: Core, metrics: Metrics, report: (error: Error) => void): Upstreams {
  const { keys, store } = core;
  const held = new Map<string, Held>();
  // The API counts by account, for all its keys, so a changed key continues in the same window.
  const slots = new Map<string, SlotStore>();

  /** The API's rate limit applies to the whole account. */
  function pacingOf({ catalogue }: ServedApi, id: string): PacingOptions | false {
    const { rateLimit } = catalogue.api;
    if (!rateLimit) return false;
    const pace = { limit: rateLimit.requests, windowMs: rateLimit.seconds * 1000 };
    const own = slots.get(id) ?? answering(store.slots(id, pace));
    slots.set(id, own);
    return { ...pace, slots: own };
  }

  function answering(own: SlotStore): SlotStore {
    return { ...own, take: () => beforeSending(own.take(), report) };
  }

  function create(account: AccountRow): Upstream {
    const { id, api_key } = account;
    const api = apiOf(core, account);
    const credentials = writtenCredentials(keys.vault.open(api_key, keyContext(id)), api.catalogue.api);
    const baseUrl = baseUrlOf(core, account) ?? account.base_url;
    return createUpstream({
      title: api.title,
      credentials: originCredentials(api.catalogue.api, {
        baseUrl,
        origins: originsOf(api, account, baseUrl),
        credentials,
      }),
      pacing: pacingOf(api, id),
      watch: watchFor(metrics, id),
    });
  }

  return {
    states: () => statesOf(held.values(), metrics),
    take(account) {
      const key = keyOf(account);
      const entry = held.get(key) ?? { id: account.id, upstream: create(account), users: 0 };
      entry.users += 1;
      held.set(key, entry);
      return entry.upstream;
    },
    giveBack(account) {
      const key = keyOf(account);
      const entry = held.get(key);
      if (!entry) return;
      entry.users -= 1;
      if (entry.users > 0) return;
      held.delete(key);
      void entry.upstream.close().catch(report);
    },
    close: async () => void (await Promise.all([...held.values()].map(({ upstream }) => upstream.close()))),
  };
}

interface Held {
  readonly id: string;
  readonly upstream: Upstream;
  users: number;
}

function statesOf(held: Iterable<Held>, metrics: Metrics): AccountState[] {
  const states = [...held].map(({ id, upstream }) => {
    const { waiting, isOpen } = upstream.state();
    const left = upstream.allowance()?.remaining;
    return [id, { id, account: metrics.accountLabel(id), waiting, isOpen, left }] as const;
  });
  // While a key changes, an account has two. The newer one counts.
  return [...new Map(states).values()];
}

/** Counts the requests of an account. */
function watchFor(metrics: Metrics, id: string): UpstreamWatch {
  const account = metrics.accountLabel(id);
  return {
    waited: (ms, isWrite) => metrics.paceSeconds.observe({ kind: isWrite ? "write" : "read" }, ms / 1000),
    answered(status, ms) {
      metrics.upstreamAnswers.inc({ account, status });
      metrics.upstreamSeconds.observe({ account }, ms / 1000);
    },
    failed: () => metrics.upstreamFailures.inc({ account }),
  };
}

/** The inputs of an Upstream. Another key or base URL needs its own connections. */
export function keyOf({ id, base_url, api_key }: AccountRow): string {
  return `${id} ${base_url} ${api_key}`;
}
