import type { Core } from "../core.js";
import type { Db } from "../store/store.js";

/** Figures of the store that metrics show. */
export interface StoreFigures {
  readonly isUp: boolean;
  readonly approvalsWaiting: number;
  readonly serverUrls: { readonly active: number; readonly expiring: number; readonly unused: number };
  /** Streams of the audit log: sealed entries that wait, and refused ones. */
  readonly streams: readonly { readonly name: string; readonly behind: number; readonly dead: number }[];
  /** The first accounts, with the ids that are labels. */
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

/** A scrape by each of several collectors must not query the store each time. */
const KEPT_MS = 5_000;
const DAY_MS = 86_400_000;
const EXPIRING_DAYS = 7;
const UNUSED_DAYS = 30;
const MOST_ACCOUNTS = 200;

const none: StoreFigures = {
  isUp: false,
  approvalsWaiting: 0,
  serverUrls: { active: 0, expiring: 0, unused: 0 },
  streams: [],
  accounts: [],
};

/** Reads the figures at most every few seconds. While the store does not answer, the last ones are shown as not up. */
export function createStoreFigures(core: Pick<Core, "store" | "now">): () => Promise<StoreFigures> {
  let last = none;
  let readAt = -Infinity;
  let reading: Promise<StoreFigures> | undefined;

  async function read(): Promise<StoreFigures> {
    try {
      last = await figuresOf(core);
    } catch {
      last = { ...last, isUp: false };
    }
    readAt = core.now().getTime();
    return last;
  }

  return async () => {
    if (core.now().getTime() - readAt < KEPT_MS) return last;
    return (reading ??= read().finally(() => (reading = undefined)));
  };
}

async function figuresOf({ store: { db }, now }: Pick<Core, "store" | "now">): Promise<StoreFigures> {
  const at = now();
  const [time, soon, longAgo] = [0, EXPIRING_DAYS, -UNUSED_DAYS].map((days) =>
    new Date(at.getTime() + days * DAY_MS).toISOString(),
  ) as [string, string, string];
  const live = db
    .selectFrom("servers")
    .where("revoked_at", "is", null)
    .where((where) => where.or([where("expires_at", "is", null), where("expires_at", ">", time)]));
  const [approvals, servers, accounts, streams] = await Promise.all([
    db
      .selectFrom("approvals")
      .select((select) => select.fn.countAll<number>().as("count"))
      .where("state", "=", "pending")
      .where("expires_at", ">", time)
      .executeTakeFirstOrThrow(),
    live.select(["created_at", "expires_at", "last_used_at"]).execute(),
    db
      .selectFrom("accounts")
      .select(["id", "name"])
      .where("deleted_at", "is", null)
      .orderBy("id")
      .limit(MOST_ACCOUNTS)
      .execute(),
    streamFigures(db),
  ]);
  const expiring = servers.filter(({ expires_at }) => expires_at !== null && expires_at <= soon).length;
  const unused = servers.filter(
    ({ created_at, last_used_at }) => (last_used_at ?? created_at) < longAgo,
  ).length;
  return {
    isUp: true,
    approvalsWaiting: Number(approvals.count),
    serverUrls: { active: servers.length, expiring, unused },
    streams,
    accounts,
  };
}

async function streamFigures(db: Db): Promise<StoreFigures["streams"]> {
  const streams = await db.selectFrom("audit_streams").select(["name", "sent"]).execute();
  if (streams.length === 0) return [];
  const dead = await db
    .selectFrom("audit_dead_letters")
    .select(["stream", (select) => select.fn.countAll<number>().as("count")])
    .groupBy("stream")
    .execute();
  const head = await db
    .selectFrom("audit_seals")
    .select((select) => select.fn.max("last").as("last"))
    .executeTakeFirst();
  return streams.map(({ name, sent }) => ({
    name,
    behind: Math.max(0, Number(head?.last ?? 0) - Number(sent)),
    dead: Number(dead.find(({ stream }) => stream === name)?.count ?? 0),
  }));
}
