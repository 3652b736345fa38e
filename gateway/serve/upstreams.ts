import {
  originCredentials,
  type PacingOptions,
  type SlotStore,
  type Upstream,
  writtenCredentials,
} from "../../runtime/index.js";
import { createUpstream } from "../../runtime/serving.js";
import { baseUrlOf, originsOf } from "../accounts/base-url.js";
import { apiOf, type ServedApi } from "../apis.js";
import type { Core } from "../core.js";
import { keyContext } from "../secrets/keys.js";
import type { AccountRow } from "../store/schema.js";
import { beforeSending } from "../store/store-fault.js";

/** One Upstream per account: its connections, rate limit and health, shared by all its server URLs. */
export interface Upstreams {
  /** The account's Upstream; closed when it is no longer used. */
  take(account: AccountRow): Upstream;
  giveBack(account: AccountRow): void;
  close(): Promise<void>;
}

export function createUpstreams(core: Core, report: (error: Error) => void): Upstreams {
  const { keys, store } = core;
  const held = new Map<string, { readonly upstream: Upstream; users: number }>();
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
    });
  }

  return {
    take(account) {
      const key = keyOf(account);
      const entry = held.get(key) ?? { upstream: create(account), users: 0 };
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
      void entry.upstream.close();
    },
    close: async () => void (await Promise.all([...held.values()].map(({ upstream }) => upstream.close()))),
  };
}

/** The inputs of an Upstream. Another key or base URL needs its own connections. */
export function keyOf({ id, base_url, api_key }: AccountRow): string {
  return `${id} ${base_url} ${api_key}`;
}
