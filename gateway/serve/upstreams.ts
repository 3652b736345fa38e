import {
  originCredentials,
  type PacingOptions,
  type SlotStore,
  type UpstreamWatch,
  type Upstream,
  writtenCredentials,
} from "../../runtime/index.js";
import { createUpstream } from "../../runtime/serving.js";
import type { CallKey } from "../accounts/account-key.js";
import { baseUrlOf, originsOf } from "../accounts/base-url.js";
import { apiOf, type ServedApi } from "../apis.js";
import type { Core } from "../core.js";
import type { AccountState } from "../ops/account-state.js";
import type { Metrics } from "../ops/metrics.js";
import type { AccountRow } from "../store/schema.js";
import { beforeSending } from "../store/store-fault.js";

/** One Upstream per account: its connections, rate limit and health, shared by all its server URLs. */
export interface Upstreams {
  /** The state of each account in use, for metrics. */
  states(): readonly AccountState[];
  /** The account's Upstream; closed when it is no longer used. */
  take(account: AccountRow, key: CallKey): Upstream;
  giveBack(account: AccountRow, key: CallKey): void;
  close(): Promise<void>;
}

export function createUpstreams(core: Core, metrics: Metrics, report: (error: Error) => void): Upstreams {
  const { store } = core;
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

  function create(account: AccountRow, key: CallKey): Upstream {
    const { id } = account;
    const api = apiOf(core, account);
    if (key.fault) return closedUpstream(api.title);
    const credentials = writtenCredentials(key.text(), api.catalogue.api);
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
    take(account, key) {
      const name = keyOf(account, key);
      const entry = held.get(name) ?? { id: account.id, upstream: create(account, key), users: 0 };
      entry.users += 1;
      held.set(name, entry);
      return entry.upstream;
    },
    giveBack(account, key) {
      const name = keyOf(account, key);
      const entry = held.get(name);
      if (!entry) return;
      entry.users -= 1;
      if (entry.users > 0) return;
      held.delete(name);
      void entry.upstream.close().catch(report);
    },
    close: async () => void (await Promise.all([...held.values()].map(({ upstream }) => upstream.close()))),
  };
}

/** Sends nothing, because there is no key. The check before a call answers it with the reason. */
function closedUpstream(title: string): Upstream {
  return {
    title,
    conceal: (text) => text,
    send: () => Promise.reject(new Error("There is no key for this call.")),
    allowance: () => undefined,
    state: () => ({ waiting: { reads: 0, writes: 0 }, isOpen: false }),
    close: async () => {},
  };
}

interface Held {
  readonly id: string;
  readonly upstream: Upstream;
  users: number;
}

function statesOf(held: Iterable<Held>, metrics: Metrics): AccountState[] {
  const states = new Map<string, AccountState>();
  for (const { id, upstream } of held) {
    const { waiting, isOpen } = upstream.state();
    const left = upstream.allowance()?.remaining;
    // An account has several while its key changes, and with own keys. They share one rate limit.
    const other = states.get(id);
    states.set(id, {
      ...{ id, account: metrics.accountLabel(id), left: left ?? other?.left },
      waiting: {
        reads: waiting.reads + (other?.waiting.reads ?? 0),
        writes: waiting.writes + (other?.waiting.writes ?? 0),
      },
      isOpen: isOpen || (other?.isOpen ?? false),
    });
  }
  return [...states.values()];
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
export function keyOf({ id, base_url }: AccountRow, { version }: CallKey): string {
  return `${id} ${base_url} ${version}`;
}
