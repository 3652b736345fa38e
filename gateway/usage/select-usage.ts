import { sql, type RawBuilder, type SelectQueryBuilder } from "kysely";
import type { Core } from "../core.js";
import type { Schema } from "../store/schema.js";
import { counted } from "./usage-columns.js";
import { dimensionColumns, levelFor, type Dimension, type Level, type Period } from "./usage-levels.js";
import { spansOf, type Span, type Time } from "./usage-spans.js";

/** What numbers can be grouped by. */
export const usageGroups = ["server", "account", "tool", "person", "hour", "day"] as const;

export type UsageGroup = (typeof usageGroups)[number];

/** Only calls of these. */
export interface UsageFilters {
  readonly account_id?: string;
  readonly server_id?: string;
  readonly tool?: string;
  readonly person?: string;
}

interface Question extends UsageFilters {
  readonly by: UsageGroup;
}

type Rows = SelectQueryBuilder<Schema, "usage_sums", NumbersRow>;
type NumbersRow = { key: string } & { [Column in (typeof counted)[number]]: number };

/**
 * The rows whose numbers answer a question, each with the key of its group; undefined for a time that ends before it
 * begins. They come from the smallest sums that have the question's dimensions, and for each part of the time from the
 * longest period.
 */
export function selectUsage(core: Core, question: Question, time: Time): Rows | undefined {
  const level = levelFor(dimensionsOf(core, question));
  const allowed = periodsFor(question.by);
  const [first, ...rest] = spansOf(
    time,
    allowed.filter((period) => tableOf(level, period) !== undefined),
  ).map((span) => rowsOf(core, question, level, span));
  return first && rest.reduce((rows, more) => rows.unionAll(more), first);
}

function dimensionsOf(
  { isPart }: Core,
  { by, account_id, server_id, tool, person }: Question,
): Set<Dimension> {
  const dimensions = new Set<Dimension>();
  if (by !== "hour" && by !== "day") dimensions.add(by);
  // A person with a part of the accounts may only see rows that name one of these.
  if (isPart || account_id !== undefined) dimensions.add("account");
  if (server_id !== undefined) dimensions.add("server");
  if (tool !== undefined) dimensions.add("tool");
  if (person !== undefined) dimensions.add("person");
  return dimensions;
}

/** Hours and days cannot be found in longer periods. */
function periodsFor(by: UsageGroup): readonly Period[] {
  if (by === "hour") return ["hour"];
  return by === "day" ? ["hour", "day"] : ["hour", "day", "month"];
}

/** The tables of single rows, each with its column of the time. */
const singleRows = {
  hour: { table: "usage", at: "hour" },
  day: { table: "usage_days", at: "day" },
  month: undefined,
} as const satisfies Record<Period, object | undefined>;

function tableOf(level: Level | undefined, period: Period) {
  return level?.periods.includes(period) ? ({ table: "usage_sums", at: "at" } as const) : singleRows[period];
}

function rowsOf({ store: { db } }: Core, question: Question, level: Level | undefined, span: Span): Rows {
  const { table, at } = tableOf(level, span.period)!;
  let rows = db.selectFrom(table as "usage_sums") as unknown as Rows;
  if (table === "usage_sums") rows = rows.where("period", "=", span.period).where("level", "=", level!.name);
  rows = rows.where(sql.ref(at), ">=", span.from).where(sql.ref(at), "<", span.end);
  const { by, account_id, server_id, tool, person: actor } = question;
  for (const [column, value] of Object.entries({ account_id, server_id, tool, actor }))
    if (value !== undefined) rows = rows.where(column as "tool", "=", value);
  return rows.select([keyOf(by, at).as("key"), ...counted]);
}

function keyOf(by: UsageGroup, at: string): RawBuilder<string> {
  if (by === "hour") return sql.ref(at);
  return by === "day" ? sql`substr(${sql.ref(at)}, 1, 10)` : sql.ref(dimensionColumns[by]);
}
