import { z } from "zod";
import type { Operation } from "../model/operation.js";
import { pointer, type ProblemList } from "../model/problem.js";
import type { Place, Relation, RelationSource } from "./relation.js";
import { checkSources, claimInputs, inputsOf, type Claims } from "./relations-check.js";
import { parseYaml, report } from "./words.js";

const claimedInputs = z.record(
  z
    .string()
    .regex(/^(path|query|body) [^\s]+$/, "an input is a place and an argument, such as body severity"),
  z.union([z.literal("all"), z.array(z.string()).min(1)]),
);

const source = z.strictObject({
  operation: z.string(),
  field: z.string(),
  when: z.string().optional(),
  is: z.array(z.string()).min(1).optional(),
  match: z.array(z.string()).min(1).optional(),
});

const relation = z.strictObject({
  from: z.array(source).min(1),
  certainty: z.enum(["known", "inferred"]),
  takes: z.string().optional(),
  by: z.string().optional(),
  owner: z.string().optional(),
  match: z.array(z.string()).min(1).optional(),
  inputs: claimedInputs,
});

export const relationsFile = z.strictObject({
  values: z.record(z.string(), relation).default({}),
  untraced: z.array(z.strictObject({ why: z.string().min(1), inputs: claimedInputs })).default([]),
});

/** All relations of an API. */
export interface Relations {
  readonly all: readonly Relation[];
  /** The relation of an argument, named by its path: `severity`, `impacts[].condition_id`, `custom_fields_field_id`. */
  find(operation: string, place: Place, argument: string): Relation | undefined;
  /** The reason why an argument that looks like an id has no relation, if the file gives one. */
  excuse(operation: string, place: Place, argument: string): string | undefined;
}

/** Reads `relations.yaml` and checks it against the contract. Wrong entries are reported and left out. */
export function loadRelations(
  yamlText: string,
  at: string,
  operations: readonly Operation[],
  problems: ProblemList,
): Relations {
  const parsed = relationsFile.safeParse(parseYaml({ at, text: yamlText }, problems) ?? {});
  if (!parsed.success) report(parsed.error, at, [], problems);
  const { values, untraced } = parsed.data ?? { values: {}, untraced: [] };

  const byKey = new Map(operations.map((operation) => [operation.key, operation]));
  const inputs = inputsOf(operations);
  const traced: Claims<Relation> = new Map();
  const excused: Claims<string> = new Map();
  const all = Object.entries(values).map(([value, { inputs: claimed, match = [], ...rest }]): Relation => {
    const made = { value, match, ...rest };
    const where = at + "#" + pointer("values", value);
    checkSources(made, where, byKey, problems);
    claimInputs({ claimed, claimant: made, name: value, at: where }, inputs, [traced], problems);
    return made;
  });
  for (const [index, { why, inputs: claimed }] of untraced.entries()) {
    const where = at + "#" + pointer("untraced", String(index));
    claimInputs({ claimed, claimant: why, name: "untraced", at: where }, inputs, [excused, traced], problems);
  }
  return {
    all,
    find: (operation, place, argument) => traced.get(`${operation} ${place} ${argument}`)?.claimant,
    excuse: (operation, place, argument) => excused.get(`${operation} ${place} ${argument}`)?.claimant,
  };
}

/**
 * The last sentence of an argument's description: `From list_severities (slug).` It uses served names. Most values are
 * ids, so only another field is named: the instructions say so once. Empty if no source is served.
 */
export function sourceSentence(
  { from, takes, by }: Relation,
  nameOf: (operation: string) => string | undefined,
): string {
  const groups = groupsOf(from, nameOf);
  if (groups.length === 0) return "";
  const sources = groups.map(({ tools, fields, when }) => {
    const field = fields.join(", ");
    return `${orList(tools)}${field === USUAL ? "" : ` (${field})`}${when === undefined ? "" : ` for ${when}`}`;
  });
  const form = takes === undefined ? "" : `, as ${takes}`;
  const choice = by === undefined || groups.flatMap(({ tools }) => tools).length < 2 ? "" : `, by ${by}`;
  return `From ${sources.join(" or ")}${form}${choice}.`;
}

/** The field that a source without a named field means. */
const USUAL = "id";

/** Sources with the same condition, which are described in one sentence. */
interface Group {
  readonly tools: readonly string[];
  readonly fields: readonly string[];
  readonly when?: string;
}

/** Merges the fields of the same tool first, then the tools with the same fields. */
function groupsOf(
  sources: readonly RelationSource[],
  nameOf: (operation: string) => string | undefined,
): readonly Group[] {
  const single = sources.flatMap(({ operation, field, when }): Group[] => {
    const tool = nameOf(operation);
    return tool === undefined ? [] : [{ tools: [tool], fields: [shown(field)], when }];
  });
  const byTool = joined(single, ({ tools, when }) => `${tools.join()} ${when}`);
  return joined(byTool, ({ fields, when }) => `${fields.join()} ${when}`);
}

function joined(groups: readonly Group[], alike: (group: Group) => string): readonly Group[] {
  const found = new Map<string, Group>();
  for (const group of groups) {
    const before = found.get(alike(group));
    found.set(alike(group), before === undefined ? group : union(before, group));
  }
  return [...found.values()];
}

function union(one: Group, other: Group): Group {
  return {
    tools: [...new Set([...one.tools, ...other.tools])],
    fields: [...new Set([...one.fields, ...other.fields])],
    when: one.when,
  };
}

/** The meaningful part of a field's path, without the envelope. */
function shown(field: string): string {
  return field.replace(/^(data(\[\])?|\[\])\./, "");
}

function orList(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
