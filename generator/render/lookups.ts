import type { ArgumentLookup, Lookups, ValueKind, ValueSource } from "../../runtime/contract/lookups.js";
import { plainArguments } from "../describe/relations-check.js";
import type { Relation, RelationSource } from "../describe/relation.js";
import type { Tool } from "../model/tool.js";
import { showingTools } from "./shows.js";

/** The look-ups of an API: how names in arguments become ids, from the relations. */
export function renderLookups(tools: readonly Tool[]): Lookups {
  const relations = new Set(tools.flatMap(({ origins }) => [...origins.values()]));
  const byOperation = new Map(tools.map((tool) => [tool.operation.key, tool]));
  const kinds = [...relations].map(
    (relation) => [relation.value, kindOf(relation, relations, byOperation)] as const,
  );
  return {
    tools: byName(
      tools.flatMap((tool) => (tool.origins.size === 0 ? [] : [[tool.name, argumentsOf(tool, byOperation)]])),
    ),
    kinds: byName(kinds),
    shows: byName(showingTools(tools)),
  };
}

type Tools = ReadonlyMap<string, Tool>;

function kindOf(relation: Relation, all: Iterable<Relation>, tools: Tools): ValueKind {
  const from = relation.from.flatMap((source): ValueSource[] => {
    const tool = tools.get(source.operation);
    if (!tool?.hints.readOnlyHint) return [];
    const needs = needsOf(tool);
    return [
      {
        tool: tool.name,
        field: source.field,
        match: isNamed(relation) ? matchOf(source, all) : undefined,
        owner: isNamed(relation) ? ownerOf(source, all) : undefined,
        is: source.is,
        needs: needs.length > 0 ? needs : undefined,
        filter: filterOf(tool),
      },
    ];
  });
  return { takes: relation.takes, from };
}

/** If the value is itself a name, there is nothing to look up, and it may be a new one. */
function isNamed({ match, from }: Relation): boolean {
  return match.length > 0 && !from.some(({ field }) => /(^|\.)name$/.test(field));
}

/** Fields that name the things of one kind also name them under another kind. */
function matchOf(source: RelationSource, all: Iterable<Relation>): string[] {
  const names = [...all].flatMap(({ from, match }) =>
    from.filter((other) => itemsOf(other) === itemsOf(source)).flatMap((other) => other.match ?? match),
  );
  return [...new Set(names)];
}

/** An owner that is given once applies to all kinds whose values come from the same records. */
function ownerOf(source: RelationSource, all: Iterable<Relation>): string | undefined {
  const owners = [...all].filter(({ from }) => from.some((other) => itemsOf(other) === itemsOf(source)));
  return owners.find(({ owner }) => owner !== undefined)?.owner;
}

function itemsOf({ operation, field }: RelationSource): string {
  return `${operation} ${field.slice(0, field.lastIndexOf(".") + 1)}`;
}

function needsOf({ operation }: Tool): string[] {
  return operation.inputs.filter(({ required }) => required).map(({ argument }) => argument);
}

function filterOf({ operation }: Tool): string | undefined {
  const texts = operation.inputs.filter((input) => input.in === "query" && input.shape.kind === "text");
  return ["name", "query"].find((name) => texts.some(({ argument }) => argument === name));
}

function argumentsOf(tool: Tool, tools: Tools): Record<string, string | ArgumentLookup> {
  return byName(
    [...tool.origins].map(([path, relation]) => {
      const more = moreOf(tool, path, relation, tools);
      return [
        path,
        Object.values<unknown>(more).some((part) => part !== undefined)
          ? { kind: relation.value, ...more }
          : relation.value,
      ];
    }),
  );
}

function moreOf(tool: Tool, path: string, relation: Relation, tools: Tools): Omit<ArgumentLookup, "kind"> {
  const words = tool.arguments.find(({ name }) => name === path)?.words ?? "";
  const input = tool.operation.inputs.find(({ argument }) => argument === path);
  const also = KEYWORDS.filter((word) => new RegExp(`\\b${word}\\b`).test(words));
  return {
    by: relation.by === undefined ? undefined : decidingArgument(tool, path, relation.by),
    with: argumentsFor(tool, path, relation, tools),
    commas: input?.placement.commas,
    also: also.length > 0 ? also : undefined,
  };
}

/** Words that the API's filters accept instead of a value. */
const KEYWORDS = ["is_empty", "present", "blank"];

/** `impacts[].type` for `impacts[].id`, `infra_type` for `infra_id`: next to the argument, or at the root. */
function decidingArgument({ operation }: Tool, path: string, by: string): string | undefined {
  const known = plainArguments(operation).map((argument) => argument.path);
  const beside = path.slice(0, path.lastIndexOf(".") + 1);
  const stem = path.slice(beside.length).replace(/_?id$/, "");
  return [`${beside}${by}`, `${beside}${stem}_${by}`, by].find((candidate) => known.includes(candidate));
}

/** Other arguments of the call that the source needs: of the same kind, or of the same name if it has no kind. */
function argumentsFor(
  tool: Tool,
  path: string,
  { from }: Relation,
  tools: Tools,
): Record<string, string> | undefined {
  const own = tool.operation.inputs.map(({ argument }) => argument).filter((argument) => argument !== path);
  const pairs = from.flatMap(({ operation }) => {
    const source = tools.get(operation);
    return (source ? needsOf(source) : []).flatMap((needed) => {
      const kind = source!.origins.get(needed);
      const alike = own.filter((argument) => tool.origins.get(argument) === kind);
      const argument = alike.includes(needed) ? needed : kind && alike[0];
      return argument === undefined ? [] : [[needed, argument] as const];
    });
  });
  return pairs.length > 0 ? byName(pairs) : undefined;
}

function byName<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}
