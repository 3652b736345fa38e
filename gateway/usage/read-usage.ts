import { sql } from "kysely";
import type { Core } from "../core.js";
import { durationColumns, quantile } from "./durations.js";
import { counted } from "./usage-columns.js";
import { selectUsage, type UsageFilters, type UsageGroup } from "./select-usage.js";

export interface UsageQuery extends UsageFilters {
  readonly by?: UsageGroup;
  /** ISO times, to the hour. By default the last 24 hours. */
  readonly since?: string;
  readonly until?: string;
  readonly limit?: number;
}

/** Numbers of calls. Quantiles are estimates within ranges; null without calls. */
interface UsageNumbers {
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
  const now = core.now();
  const until = query.until === undefined ? now : new Date(query.until);
  const since = query.since === undefined ? new Date(until.getTime() - DAY_MS) : new Date(query.since);
  const isTime = by === "hour" || by === "day";
  const rows = selectUsage(core, { ...query, by }, { since, until, now });
  const groups =
    rows === undefined
      ? []
      : await core.store.read(
          core.store.db
            .selectFrom(rows.as("rows"))
            .select(["key", ...sums, ...totals])
            .groupBy("key")
            .orderBy(isTime ? "key" : sql`sum(calls)`, "desc")
            .limit(limit),
        );
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
  const total = numbersOf(groups[0] ?? {}, "total_");
  const times = { since: since.toISOString(), until: until.toISOString() };
  return { ...times, by, total, result: isTime ? result.reverse() : result };
}

const sums = counted.map((column) => sql<number>`sum(${sql.ref(column)})`.as(column));

/** The sums of all groups, also of those beyond the limit, so that the rows are read once. */
const totals = counted.map((column) =>
  sql<number>`sum(sum(${sql.ref(column)})) over ()`.as(`total_${column}`),
);

/** PostgreSQL gives sums as texts. Without rows, a sum is null. @param prefix of the columns' names */
function numbersOf(row: Readonly<Record<string, unknown>>, prefix = ""): UsageNumbers {
  const number = (name: string) => Number(row[prefix + name] ?? 0);
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
