/** What calls are counted by, with the column of each in the tables. */
export const dimensionColumns = {
  account: "account_id",
  server: "server_id",
  tool: "tool",
  person: "actor",
} as const;

export type Dimension = keyof typeof dimensionColumns;

/** Periods that have sums. Each is named by the start of an ISO time of this length, such as `2030-01-31`. */
export const periods = { hour: 13, day: 10, month: 7 } as const;

export type Period = keyof typeof periods;

/** Sums over all dimensions but these. */
export interface Level {
  /** The dimensions, joined. The sums of everything have none, so their rows come first in every order. */
  readonly name: string;
  readonly of: readonly Dimension[];
  readonly periods: readonly Period[];
}

const short: readonly Period[] = ["hour", "day", "month"];
const long: readonly Period[] = ["day", "month"];

/**
 * The sums that the table `usage_sums` keeps, from the fewest rows to the most. Their number depends on how many accounts,
 * server URLs, tools and persons there are, and never on the number of calls. Migration 0036 writes this list into
 * triggers, so a change of it needs a migration.
 */
export const levels: readonly Level[] = [
  level([], short),
  level(["account"], short),
  level(["person"], short),
  level(["tool"], short),
  level(["account", "server"], short),
  level(["account", "person"], long),
  level(["account", "tool"], long),
  level(["account", "server", "person"], long),
  level(["account", "server", "tool"], long),
  level(["account", "tool", "person"], long),
];

function level(of: readonly Dimension[], periods: readonly Period[]): Level {
  return { name: of.join("+"), of, periods };
}

/** The smallest sums that still have these dimensions; undefined if only the tables of single rows have all of them. */
export function levelFor(dimensions: ReadonlySet<Dimension>): Level | undefined {
  return levels.find(({ of }) => [...dimensions].every((dimension) => of.includes(dimension)));
}
