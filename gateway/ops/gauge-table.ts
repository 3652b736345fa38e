import type { AuditCounts } from "../audit/audit-log.js";
import type { AccountState } from "./account-state.js";
import type { KeyState } from "../accounts/references/watch-keys.js";
import type { PoolState } from "../store/store.js";
import type { StoreFigures } from "./store-figures.js";

/** Where the values come from when they are read. */
export interface GaugeSources {
  readonly activeRequests: () => number;
  readonly views: () => number;
  readonly streams: () => number;
  readonly audit: AuditCounts;
  readonly upstreams: () => readonly AccountState[];
  /** Accounts whose keys are read by reference. */
  readonly keys: () => readonly KeyState[];
  /** The label of an account. */
  readonly labelOf: (accountId: string) => string;
  /** Undefined for a store without a pool. */
  readonly pool: () => PoolState | undefined;
  readonly figures: () => Promise<StoreFigures>;
  readonly build: { readonly version: string; readonly store: string };
}

/** A value with its labels, or several. */
interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface GaugeDefinition {
  readonly help: string;
  readonly labels?: readonly string[];
  read(from: GaugeSources): number | readonly Sample[] | Promise<number | readonly Sample[]>;
}

const one = (value: number, labels: Sample["labels"]): Sample => ({ labels, value });
const labelled = (value: number, stream: string): Sample => one(value, { stream });
const flag = (is: boolean): number => (is ? 1 : 0);

/** Values that are read when metrics are asked for, by name without the prefix. */
export const gaugeTable: Readonly<Record<string, GaugeDefinition>> = {
  active_requests: { help: "Requests being answered.", read: (from) => from.activeRequests() },
  server_views: { help: "Server URLs in memory.", read: (from) => from.views() },
  sse_streams: { help: "Streams of old clients.", read: (from) => from.streams() },
  audit_entries_waiting: {
    help: "Audit entries that wait until the store can be written.",
    read: ({ audit }) => audit.waiting,
  },
  audit_entries_lost: {
    help: "Audit entries that were lost since the start.",
    read: ({ audit }) => audit.lost,
  },
  audit_writes_refused: {
    help: "Writes that were refused since the start because their audit entry could not be kept.",
    read: ({ audit }) => audit.refusedWrites,
  },
  audit_stream_behind: {
    help: "Sealed audit entries that wait to be sent to a receiver.",
    labels: ["stream"],
    read: async ({ figures }) => (await figures()).streams.map((one) => labelled(one.behind, one.name)),
  },
  audit_stream_dead_letters: {
    help: "Groups of audit entries that a receiver refused.",
    labels: ["stream"],
    read: async ({ figures }) => (await figures()).streams.map((one) => labelled(one.dead, one.name)),
  },
  pace_waiting: {
    help: "Requests that wait for their turn within the rate limit.",
    labels: ["account", "kind"],
    read: ({ upstreams }) =>
      upstreams().flatMap(({ account, waiting }) => [
        one(waiting.reads, { account, kind: "read" }),
        one(waiting.writes, { account, kind: "write" }),
      ]),
  },
  allowance_left: {
    help: "Requests that the account may still send within the API's rate limit.",
    labels: ["account"],
    read: ({ upstreams }) =>
      upstreams().flatMap(({ account, left }) => (left === undefined ? [] : [one(left, { account })])),
  },
  breaker_open: {
    help: "1 while nothing is sent to the API because it does not answer.",
    labels: ["account"],
    read: ({ upstreams }) => upstreams().map(({ account, isOpen }) => one(flag(isOpen), { account })),
  },
  account_key_readable: {
    help: "1 if the key of an account can be read where its reference says.",
    labels: ["account"],
    read: ({ keys, labelOf }) =>
      keys().map(({ id, isReadable }) => one(flag(isReadable), { account: labelOf(id) })),
  },
  store_connections: {
    help: "Connections to PostgreSQL.",
    labels: ["state"],
    read({ pool }) {
      const { used, idle, waiting } = pool() ?? { used: 0, idle: 0, waiting: 0 };
      return [one(used, { state: "used" }), one(idle, { state: "idle" }), one(waiting, { state: "waiting" })];
    },
  },
  store_up: {
    help: "1 if the store answers.",
    read: async ({ figures }) => flag((await figures()).isUp),
  },
  approvals_waiting: {
    help: "Calls that wait for a person's approval.",
    read: async ({ figures }) => (await figures()).approvalsWaiting,
  },
  server_urls: {
    help: "Server URLs: active ones, active ones that expire within 7 days, and active ones without a call for 30 days.",
    labels: ["state"],
    async read({ figures }) {
      const { active, expiring, unused } = (await figures()).serverUrls;
      return [
        one(active, { state: "active" }),
        one(expiring, { state: "expiring" }),
        one(unused, { state: "unused" }),
      ];
    },
  },
  account_info: {
    help: "Names of accounts, to show them instead of ids. Always 1.",
    labels: ["account", "name"],
    read: async ({ figures }) =>
      (await figures()).accounts.map(({ id, name }) => one(1, { account: id, name })),
  },
  build_info: {
    help: "The version, Node and the kind of store. Always 1.",
    labels: ["version", "node", "store"],
    read: ({ build }) => [one(1, { ...build, node: process.versions.node })],
  },
};
