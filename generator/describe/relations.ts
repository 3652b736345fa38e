import { z } from "zod";
import type { Operation } from "../model/operation.js";
import { pointer, type ProblemList } from "../model/problem.js";
import { checkSources, claimInputs, inputsOf, type Claims, type Place } from "./relations-check.js";
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
  match: z.array(z.string()).min(1).optional(),
  inputs: claimedInputs,
});

const relationsFile = z.strictObject({
  values: z.record(z.string(), relation).default({}),
  untraced: z.array(z.strictObject({ why: z.string().min(1), inputs: claimedInputs })).default([]),
});

/** The answer and field from which a value is taken. */
export interface RelationSource {
  /** `METHOD /path` of the operation that lists the valid values. */
  readonly operation: string;
  /** The value's path in the answer, such as `data[].id`; `[].id` where the answer itself is the list. */
  readonly field: string;
  /** Which values this source is for, where there are several sources: `integration_slug nunc`. */
  readonly when?: string;
  /** With which values of the deciding argument this source is the one: `User`. */
  readonly is?: readonly string[];
  /** By which fields its things may be named, where those are not the relation's. */
  readonly match?: readonly string[];
}

/** One kind of value that arguments take, and where valid ones come from. */
export interface Relation {
  /** The kind's name in `relations.yaml`, such as `impact condition`. */
  readonly value: string;
  readonly from: readonly RelationSource[];
  /** `known` from the API's own words or types; `inferred` from names and shapes. */
  readonly certainty: "known" | "inferred";
  /** How the argument wants the value, where that is not the field as it stands: `incident/<id>`. */
  readonly takes?: string;
  /** What decides between several sources: `target_type`. */
  readonly by?: string;
  /** Fields beside the value by which a person may name the thing, in every source that has none of its own. */
  readonly match: readonly string[];
}

/** All relations of an API. */
export interface Relations {
  readonly all: readonly Relation[];
  /** The relation of an argument, named by its path: `severity`, `impacts[].condition_id`, `custom_fields_field_id`. */
  find(operation: string, place: Place, argument: string): Relation | undefined;
  /** Why an argument has no relation although it looks like an id, where the file gives a reason. */
  excuse(operation: string, place: Place, argument: string): string | undefined;
}

/** Reads `relations.yaml` and holds it to the contract. What is wrong is a problem, and left out. */
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
 * The line that an argument's words end with: `From list_severities (slug).` It names tools as they are served; empty
 * where none of the sources is.
 */
export function sourceSentence(
  { from, takes, by }: Relation,
  nameOf: (operation: string) => string | undefined,
): string {
  const groups = groupsOf(from, nameOf);
  if (groups.length === 0) return "";
  const sources = groups.map(({ tools, fields, when }) => {
    return `${orList(tools)} (${fields.join(", ")})${when === undefined ? "" : ` for ${when}`}`;
  });
  const form = takes === undefined ? "" : `, as ${takes}`;
  const choice = by === undefined || groups.flatMap(({ tools }) => tools).length < 2 ? "" : `, by ${by}`;
  return `From ${sources.join(" or ")}${form}${choice}.`;
}

/** Sources that are told in one go, under the same condition. */
interface Group {
  readonly tools: readonly string[];
  readonly fields: readonly string[];
  readonly when?: string;
}

/** First the fields of one tool come together, then the tools that give the same fields. */
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

/** The telling part of a field's path: an envelope says nothing. */
function shown(field: string): string {
  return field.replace(/^(data(\[\])?|\[\])\./, "");
}

function orList(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
