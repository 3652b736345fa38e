import {
  PostgresAdapter,
  sql,
  type CreateTableBuilder,
  type Kysely,
  type QueryExecutorProvider,
} from "kysely";
import { counted, type UsageDaysTable, type UsageTable } from "./usage-columns.js";
import { dimensionColumns, levels, periods, type Dimension, type Period } from "./usage-levels.js";

const dimensions = Object.keys(dimensionColumns) as Dimension[];
const keys = [
  "period",
  "level",
  "at",
  ...dimensions.map((dimension) => dimensionColumns[dimension]),
] as const;

/** Numbers of a period. A column of a dimension that the level does not have is empty. */
type UsageSumsTable = Omit<UsageTable, "hour"> & {
  readonly period: Period;
  readonly level: string;
  readonly at: string;
};

/** The numbers of calls: by hour, by day, and their sums. */
export interface UsageTables {
  readonly usage: UsageTable;
  readonly usage_days: UsageDaysTable;
  readonly usage_sums: UsageSumsTable;
}

/**
 * Adds the table `usage_sums`, which answers questions about many calls from few rows. Triggers on `usage` fill it, because
 * replicas of the release before write only hours. Once released, it is never changed.
 */
export async function addUsageSums(db: Kysely<unknown>): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable("usage_sums");
  for (const key of keys) table = table.addColumn(key, "text", (column) => column.notNull());
  for (const column of counted) table = table.addColumn(column, "bigint", (made) => made.notNull());
  table = table.addPrimaryKeyConstraint("usage_sums_key", [...keys]);
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  // SQLite then keeps the rows in the order of their key, so a question reads neighbours.
  await (isPostgres ? table : table.modifyEnd(sql`without rowid`)).execute();
  // On PostgreSQL the triggers come first: they lock `usage`, so no replica writes hours that are in no sum.
  for (const statement of isPostgres ? postgresTriggers : sqliteTriggers)
    await sql.raw(statement).execute(db);
  await fillUsageSums(db);
}

/** Sums what is in the tables of hours and days, into an empty table. */
export async function fillUsageSums(db: QueryExecutorProvider): Promise<void> {
  for (const { period, sums } of summed({
    row: "one",
    time: (period) => (period === "hour" ? "hour" : "day"),
  })) {
    const from = period === "hour" ? "usage" : "usage_days";
    await sql.raw(`insert into usage_sums ${columns} ${sums} from ${from} as one ${grouped}`).execute(db);
  }
}

const columns = `(${[...keys, ...counted].join(", ")})`;
const grouped = `group by ${keys.map((_, index) => index + 1).join(", ")}`;

interface Source {
  /** The name of the rows that are summed. */
  readonly row: string;
  /** Their column with a time within the period. */
  readonly time: (period: Period) => string;
  /** The number that is summed, of a column. */
  readonly amount?: (column: string) => string;
}

/** A select clause for each level and period. */
function summed({ row, time, amount = (column) => `sum(${row}.${column})` }: Source) {
  return levels.flatMap((level) =>
    level.periods.map((period) => {
      const cells = dimensions.map((dimension) =>
        level.of.includes(dimension) ? `${row}.${dimensionColumns[dimension]}` : "''",
      );
      const at = `substr(${row}.${time(period)}, 1, ${periods[period]})`;
      const named = [`'${period}'`, `'${level.name}'`, at, ...cells].map(
        (cell, index) => `${cell} as ${keys[index]}`,
      );
      const numbers = counted.map((column) => `${amount(column)} as ${column}`);
      return { period, sums: `select ${[...named, ...numbers].join(", ")}` };
    }),
  );
}

const added = `on conflict (${keys.join(", ")}) do update
  set ${counted.map((column) => `${column} = usage_sums.${column} + excluded.${column}`).join(", ")}`;

/** Adds an hour that was written. @param amount what is added to a column */
const ofRow = (amount: (column: string) => string) => `
  insert into usage_sums ${columns}
  select * from (${summed({ row: "new", time: () => "hour", amount })
    .map(({ sums }) => sums)
    .join(" union all ")}) where true ${added};`;

const sqliteTriggers = [
  `create trigger usage_inserted_sums after insert on usage begin
   ${ofRow((column) => `new.${column}`)} end`,
  `create trigger usage_updated_sums after update on usage begin
   ${ofRow((column) => `new.${column} - old.${column}`)} end`,
];

/** Adds all hours of a statement at once. The rows are in one order, so that two replicas do not wait for each other's. */
const ofStatement = (changed: string) => `
  insert into usage_sums ${columns}
  select * from (${summed({ row: "changed", time: () => "hour" })
    .map(({ sums }) => `${sums} from ${changed} as changed ${grouped}`)
    .join(" union all ")}) as sums order by ${keys.join(", ")} ${added};`;

const removed = counted.map((column) => `-${column} as ${column}`).join(", ");
const dimensionsOfRow = `hour, ${dimensions.map((dimension) => dimensionColumns[dimension]).join(", ")}`;

const postgresTriggers = [
  `create function standpipe_usage_inserted() returns trigger language plpgsql as
   $$ begin ${ofStatement("rows_after")} return null; end $$`,
  `create function standpipe_usage_updated() returns trigger language plpgsql as
   $$ begin ${ofStatement(
     `(select ${dimensionsOfRow}, ${counted.join(", ")} from rows_after
       union all select ${dimensionsOfRow}, ${removed} from rows_before)`,
   )} return null; end $$`,
  `create trigger usage_inserted_sums after insert on usage
   referencing new table as rows_after for each statement execute function standpipe_usage_inserted()`,
  `create trigger usage_updated_sums after update on usage
   referencing old table as rows_before new table as rows_after
   for each statement execute function standpipe_usage_updated()`,
];
