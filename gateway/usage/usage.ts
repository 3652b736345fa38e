import { setImmediate as nextTurn } from "node:timers/promises";
import { createBatch } from "../ops/batch.js";
import type { Store } from "../store/store.js";
import { rangeOf, durationColumns } from "./durations.js";
import { addUsage } from "./usage-table.js";
import type { UsageSum } from "./usage-sum.js";

/** A call, for the numbers of its hour. */
interface UsedCall {
  readonly accountId: string;
  readonly serverId: string;
  /** Who called: `server`, or `oauth:<subject>`. */
  readonly actor: string;
  readonly tool: string;
  readonly isError: boolean;
  readonly tokens: number;
  readonly ms: number;
}

/** Numbers of calls by hour, server, person and tool. */
export interface Usage {
  /** Counts a call. It costs a look-up in memory. The store gets the sums every few seconds. */
  add(call: UsedCall): void;
  /** Writes the sums. It does not throw: while the store fails, they wait. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const EVERY_MS = 5_000;
/** Sums in memory while the store fails. Calls beyond them share one person and one tool per server. */
const MOST_SUMS = 10_000;
/** Rows of one statement. SQLite works in this thread, so it must be short, and each row is added to 25 sums. */
const MOST_IN_STATEMENT = 20;
const OTHER = "other";

export function createUsage(store: Store, now: () => Date): Usage {
  let sums = new Map<string, UsageSum>();
  let writing: Promise<void> | undefined;

  const batch = createBatch(count);

  function count({ call, at }: { readonly call: UsedCall; readonly at: Date }): void {
    const hour = hourOf(at);
    const { accountId, serverId } = call;
    const known = sums.get(keyOf(hour, serverId, call.actor, call.tool));
    const isFull = !known && sums.size >= MOST_SUMS;
    const [actor, tool] = isFull ? [OTHER, OTHER] : [call.actor, call.tool];
    const sum =
      known ?? sumOf(keyOf(hour, serverId, actor, tool), { hour, accountId, serverId, actor, tool });
    sum.calls += 1;
    sum.errors += call.isError ? 1 : 0;
    sum.tokens += call.tokens;
    sum.durations[rangeOf(call.ms)]! += 1;
  }

  function sumOf(key: string, { hour, accountId, serverId, actor, tool }: Group): UsageSum {
    const sum = sums.get(key) ?? {
      ...{ hour, account_id: accountId, server_id: serverId, actor, tool },
      ...{ calls: 0, errors: 0, tokens: 0 },
      durations: durationColumns.map(() => 0),
    };
    sums.set(key, sum);
    return sum;
  }

  async function write(): Promise<void> {
    batch.flush();
    const taken = [...sums];
    sums = new Map();
    while (taken.length > 0) {
      const some = taken.splice(0, MOST_IN_STATEMENT);
      try {
        await addUsage(
          store.db,
          some.map(([, sum]) => sum),
        );
      } catch {
        // Calls may have been counted meanwhile.
        for (const [key, sum] of [...some, ...taken.splice(0)]) merge(sumOf(key, groupOf(sum)), sum);
      }
      await nextTurn();
    }
  }

  const flush = () => (writing ??= write().finally(() => (writing = undefined)));
  const writeAll = () => {
    batch.flush();
    if (sums.size > 0) void flush();
  };
  const timer = setInterval(writeAll, EVERY_MS).unref();
  return {
    add: (call) => batch.add({ call, at: now() }),
    flush,
    async close() {
      clearInterval(timer);
      await flush();
      await flush();
    },
  };
}

type Group = Omit<UsedCall, "isError" | "tokens" | "ms"> & { readonly hour: string };

function groupOf({ hour, account_id, server_id, actor, tool }: UsageSum): Group {
  return { hour, accountId: account_id, serverId: server_id, actor, tool };
}

function merge(into: UsageSum, from: UsageSum): void {
  into.calls += from.calls;
  into.errors += from.errors;
  into.tokens += from.tokens;
  for (const [index, count] of from.durations.entries()) into.durations[index]! += count;
}

function keyOf(hour: string, serverId: string, actor: string, tool: string): string {
  return `${hour} ${serverId} ${tool} ${actor}`;
}

/** The hour of a time, such as `2030-01-31T12`. */
export function hourOf(time: Date): string {
  return time.toISOString().slice(0, 13);
}
