import { readListing } from "../answer/envelope.js";
import type { Fetched } from "../pipeline/exchange.js";
import type { ValueSource } from "../contract/lookups.js";

/** A record that a name may mean. */
export interface Entry {
  /** The value for the argument: its id or slug. */
  readonly value: string;
  /** All its names, the usual one first. */
  readonly names: readonly string[];
  /** Its number, if the API numbers such records. */
  readonly number?: string;
  /** The name of its team, if the source has it. */
  readonly owner?: string;
}

/**
 * The records in an answer, by the source's field: `data[].milestones[].id`. A list and a single record are
 * interchangeable, because contract and API may differ there.
 */
export function entriesIn({ content, headers }: Fetched, { field, match = [], owner }: ValueSource): Entry[] {
  if (content.kind !== "json") return [];
  const steps = field.split(".").map((step) => step.replace("[]", ""));
  const [first, ...rest] = steps.slice(0, -1);
  return itemsOf(content.value)
    .flatMap((item) => membersAt(item, rest))
    .flatMap((item) => entryOf(item, steps.at(-1)!, match, owner));

  function itemsOf(answer: unknown): readonly unknown[] {
    if (first === undefined || Array.isArray(answer)) return asList(answer);
    const own = membersAt(answer, [first]);
    if (own.length > 0 || !field.startsWith(`${first}[]`)) return own;
    return readListing(answer, headers, true)?.items ?? [];
  }
}

function entryOf(item: unknown, last: string, match: readonly string[], owner?: string): Entry[] {
  const [value] = membersAt(item, [last]);
  if (typeof value !== "string" && typeof value !== "number") return [];
  const named = match.flatMap((path) => membersAt(item, path.split(".")));
  return [
    {
      value: String(value),
      names: named.filter(isText),
      owner: owner === undefined ? undefined : membersAt(item, owner.split(".")).find(isText),
      number: named.filter((name) => typeof name === "number").map(String)[0],
    },
  ];
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function membersAt(value: unknown, steps: readonly string[]): readonly unknown[] {
  return steps.reduce<readonly unknown[]>(
    (values, step) => values.flatMap((one) => asList(memberOf(one, step))),
    asList(value),
  );
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
