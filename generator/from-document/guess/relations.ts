import type { z } from "zod";
import { snakeCase } from "../../describe/naming.js";
import type { relationsFile } from "../../describe/relations.js";
import type { Input, Operation } from "../../model/operation.js";
import { fieldsOf, type DeclaredAnswers } from "./answers.js";

/** Relations as the settings hold them. */
export type RelationSettings = z.input<typeof relationsFile>;

/** A list that can be read without knowing anything, and whose items have an id. */
interface Source {
  readonly operation: string;
  readonly field: string;
  readonly match: readonly string[];
}

const ID_FIELDS = ["id", "uuid", "guid", "slug", "key"];
const NAME_FIELDS = ["name", "title", "display_name", "full_name", "email", "slug", "label", "summary"];

/**
 * Where ids come from, by one rule: an argument `x_id`, or `{id}` after `/xs/`, takes the id of an item of the list at
 * `/xs`. Only offered: a person decides which hold.
 */
export function guessRelations(
  answers: DeclaredAnswers,
  operations: readonly Operation[],
): RelationSettings | undefined {
  const sources = sourcesOf(answers, operations);
  const values = new Map<string, Map<string, string[]>>();
  for (const operation of operations) {
    for (const input of operation.inputs) {
      const kind = kindOf(input, operation);
      const source = kind === undefined ? undefined : sources.get(kind);
      if (kind === undefined || !source || !isOf(source, input, operation)) continue;
      const inputs = values.get(kind) ?? new Map<string, string[]>();
      values.set(kind, inputs);
      const name = `${input.in} ${input.argument}`;
      inputs.set(name, [...(inputs.get(name) ?? []), operation.key]);
    }
  }
  if (values.size === 0) return undefined;
  const entries = [...values].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    values: Object.fromEntries(
      entries.map(([kind, inputs]) => [kind, relationOf(sources.get(kind)!, inputs)]),
    ),
  };
}

function relationOf({ operation, field, match }: Source, inputs: ReadonlyMap<string, string[]>) {
  const claimed = [...inputs].map(
    ([input, keys]) => [input, isGeneral(input) ? ("all" as const) : keys] as const,
  );
  return {
    from: [{ operation, field }],
    certainty: "inferred" as const,
    ...(match.length > 0 ? { match: [...match] } : {}),
    inputs: Object.fromEntries(claimed),
  };
}

/** `{id}` is of the list whose path it follows. `pet_id` is of pets wherever it stands. */
function isOf({ operation: list }: Source, { argument }: Input, { path }: Operation): boolean {
  if (!ID_FIELDS.includes(snakeCase(argument))) return true;
  return path.startsWith(`${list.slice("GET ".length)}/{${argument}}`);
}

/** `path pet_id` means a pet everywhere; `path id` means something else in each path. */
function isGeneral(input: string): boolean {
  return !/ (id|uuid|guid|slug|key)$/.test(input);
}

function kindOf({ in: place, argument, shape }: Input, { path }: Operation): string | undefined {
  if (place === "header" || place === "cookie" || (shape.kind !== "text" && shape.kind !== "number"))
    return undefined;
  const name = snakeCase(argument);
  const [, named] = /^(.+)_(?:id|uuid|guid|slug|key)$/.exec(name) ?? [];
  if (named !== undefined) return singular(named);
  if (place !== "path" || !ID_FIELDS.includes(name)) return undefined;
  const before = path.split("/").at(path.split("/").indexOf(`{${argument}}`) - 1);
  return before === undefined || before.startsWith("{") ? undefined : singular(snakeCase(before));
}

function sourcesOf(answers: DeclaredAnswers, operations: readonly Operation[]): ReadonlyMap<string, Source> {
  const found = new Map<string, Source>();
  // The shortest path is the resource itself.
  const lists = operations
    .filter(
      ({ method, path, inputs }) =>
        method === "GET" && !path.includes("{") && !inputs.some((one) => one.required),
    )
    .sort((one, other) => one.path.length - other.path.length);
  for (const { key, path } of lists) {
    const list = answers.list(key);
    if (!list) continue;
    const kind = singular(snakeCase(path.split("/").filter(Boolean).at(-1) ?? ""));
    const fields = fieldsOf(answers.document, list.item);
    const id = [...ID_FIELDS, `${kind}_id`, `${kind}Id`].find((name) => fields.has(name));
    if (kind === "" || id === undefined || found.has(kind)) continue;
    const match = NAME_FIELDS.filter((name) => fields.has(name) && name !== id).slice(0, 2);
    found.set(kind, { operation: key, field: `${list.path}.${id}`, match });
  }
  return found;
}

function singular(word: string): string {
  if (/ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(s|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
