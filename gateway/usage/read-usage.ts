import { sql } from "kysely";
import type { Core } from "../core.js";
import { durationColumns, quantile } from "./durations.js";

/** What numbers can be grouped by: the expression of each in the table. */
export const usageGroups = {
  server: sql<string>`server_id`,
  account: sql<string>`account_id`,
  tool: sql<string>`tool`,
  person: sql<string>`actor`,
  hour: sql<string>`hour`,
  day: sql<string>`substr(hour, 1, 10)`,
} as const;

export type UsageGroup = keyof typeof usageGroups;

export interface UsageQuery {
  readonly by?: UsageGroup;
  /** ISO times, to the hour. By default the last 24 hours. */
  readonly since?: string;
  readonly until?: string;
  readonly account_id?: string;
  readonly server_id?: string;
  readonly tool?: string;
  readonly person?: string;
  readonly limit?: number;
}

/** Numbers of calls. Quantiles are estimates within ranges; null without calls. */
export interface UsageNumbers {
  readonly calls: number;
  readonly errors: number;
  readonly tokens: number;
  readonly p50_ms: number | null;
  readonly p95_ms: number | null;
}

export interface UsageReport {
  readonly since: string;
  readonly until: string;
  readonly by: UsageGroup;
  readonly total: UsageNumbers;
  /** The groups with the most calls; hours and days by time. `name` is the one of a server or an account. */
  readonly result: readonly (UsageNumbers & { readonly key: string; readonly name: string | null })[];
}

const USUAL_LIMIT = 50;
const DAY_MS = 86_400_000;

/** The numbers of calls of a time, in groups. */
export async function readUsage(core: Core, query: UsageQuery): Promise<UsageReport> {
  await core.usage.flush();
  const { by = "tool", limit = USUAL_LIMIT } = query;
  const until = query.until === undefined ? core.now() : new Date(query.until);
  const since = query.since === undefined ? new Date(until.getTime() - DAY_MS) : new Date(query.since);
  const times = { since: since.toISOString(), until: until.toISOString() };
  const isTime = by === "hour" || by === "day";
  const key = usageGroups[by];
  const groups = await core.store.read(
    selected(core, query, times)
      .select([key.as("key"), ...sums])
      .groupBy(key)
      .orderBy(isTime ? key : sql`sum(calls)`, "desc")
      .limit(limit),
  );
  const [total] = await core.store.read(selected(core, query, times).select(sums));
  const names = await namesOf(
    core,
    by,
    groups.map((group) => group.key),
  );
  const result = groups.map((group) => ({
    key: group.key,
    name: names.get(group.key) ?? null,
    ...numbersOf(group),
  }));
  return { ...times, by, total: numbersOf(total!), result: isTime ? result.reverse() : result };
}

const sums = [
  sql<number>`sum(calls)`.as("calls"),
  sql<number>`sum(errors)`.as("errors"),
  sql<number>`sum(tokens)`.as("tokens"),
  ...durationColumns.map((column) => sql<number>`sum(${sql.ref(column)})`.as(column)),
];

function selected({ store }: Core, query: UsageQuery, { since, until }: { since: string; until: string }) {
  let rows = store.db
    .selectFrom("usage")
    .where("hour", ">=", since.slice(0, 13))
    .where("hour", "<=", until.slice(0, 13));
  const { account_id, server_id, tool, person } = query;
  for (const [column, value] of Object.entries({ account_id, server_id, tool, actor: person }))
    if (value !== undefined) rows = rows.where(column as "tool", "=", value);
  return rows;
}

/** PostgreSQL gives sums as texts. Without rows, a sum is null. */
function numbersOf(row: Readonly<Record<string, unknown>>): UsageNumbers {
  const number = (name: string) => Number(row[name] ?? 0);
  const counts = durationColumns.map(number);
  return {
    calls: number("calls"),
    errors: number("errors"),
    tokens: number("tokens"),
    p50_ms: quantile(counts, 0.5),
    p95_ms: quantile(counts, 0.95),
  };
}

async function namesOf(
  { store }: Core,
  by: UsageGroup,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const table = by === "server" ? "servers" : by === "account" ? "accounts" : undefined;
  if (table === undefined || ids.length === 0) return new Map();
  const rows = await store.db.selectFrom(table).select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
