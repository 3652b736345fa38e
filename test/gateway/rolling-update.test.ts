import Database from "libsql";
import { Kysely, Migrator, PostgresDialect, type TableMetadata } from "kysely";
import { describe, expect, it } from "vitest";
import { migrations } from "../../gateway/store/migrations.js";
import { PatientSqliteDialect } from "../../gateway/store/sqlite-driver.js";
import { connectionsTo } from "./kit/postgres.js";
import { storeKinds, useStores } from "./kit/stores.js";

/*
 * During a rolling update the new version has updated the database while replicas of the old one still use it. So an
 * update keeps all tables and columns, and a new column of an old table needs no value from the old version.
 */
const settingsOf = useStores();

/** Those before prepared the first release, which nothing was updated to while it ran. */
const FIRST = "0011-usage";

/** What an update would break in a version that knows only the tables before it. */
function breaks(before: readonly TableMetadata[], after: readonly TableMetadata[]): string[] {
  return before.flatMap(({ name, columns }) => {
    const now = after.find((table) => table.name === name);
    if (!now) return [`table ${name} is gone`];
    const lost = columns
      .filter((old) => !now.columns.some((one) => one.name === old.name && one.dataType === old.dataType))
      .map((old) => `${name}.${old.name} is gone or has another type`);
    const needed = now.columns
      .filter(({ isNullable, hasDefaultValue }) => !isNullable && !hasDefaultValue)
      .filter((one) => !columns.some((old) => old.name === one.name && !old.isNullable))
      .map((one) => `${name}.${one.name} needs a value that the old version does not write`);
    return [...lost, ...needed];
  });
}

describe.each(storeKinds)("an update of the database on %s", (kind) => {
  it("breaks no replica of the version before", async () => {
    const { databaseUrl } = await settingsOf(kind);
    const dialect =
      kind === "sqlite"
        ? new PatientSqliteDialect(new Database(":memory:"))
        : new PostgresDialect({ pool: connectionsTo(databaseUrl) });
    const db = new Kysely<unknown>({ dialect });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const names = Object.keys(migrations);
    const checked = names.slice(names.indexOf(FIRST));
    expect(checked.length).toBeGreaterThan(5);
    const found: Record<string, string[]> = {};
    for (const name of [names[names.indexOf(FIRST) - 1]!, ...checked]) {
      const before = await db.introspection.getTables();
      const { error } = await migrator.migrateTo(name);
      expect(error).toBeUndefined();
      if (checked.includes(name)) found[name] = breaks(before, await db.introspection.getTables());
    }
    expect(found).toEqual(Object.fromEntries(checked.map((name) => [name, []])));
    await db.destroy();
  });
});

it("an update that needs a new value, or removes a column, is found", () => {
  const column = (name: string, isNullable: boolean) =>
    ({ name, dataType: "text", isNullable, hasDefaultValue: false, isAutoIncrementing: false }) as const;
  const table = (...columns: ReturnType<typeof column>[]): TableMetadata => ({
    ...{ name: "servers", isView: false, isForeign: false },
    columns,
  });
  const before = [table(column("id", false), column("name", true))];
  expect(breaks(before, [table(column("id", false), column("name", true), column("new", true))])).toEqual([]);
  expect(breaks(before, [table(column("id", false), column("owner", false))])).toEqual([
    "servers.name is gone or has another type",
    "servers.owner needs a value that the old version does not write",
  ]);
  expect(breaks(before, [])).toEqual(["table servers is gone"]);
});
