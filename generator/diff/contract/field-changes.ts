import type { Change } from "../change.js";
import { schemaChange, type Side } from "./facts.js";
import { defaultFacts, newInput } from "./input-facts.js";
import type { FieldNode } from "./node.js";
import type { Difference, IsSame, Pair } from "./pair.js";
import { renamedInput, renames } from "./renames.js";
import { typeOf } from "./say.js";

/** What changed about the fields of an object, and the pairs of fields that it kept. */
export function fieldChanges({ before, after }: Pair, side: Side, isSame: IsSame): Difference {
  const [was, is] = [ofSide(before.fields, side), ofSide(after.fields, side)];
  const renamed =
    side === "answer" ? NONE : renames(was, is, (one, other) => isSame(one.node, other.node, side));
  const formerNames = new Set(renamed.values());
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  const inner = names.flatMap((name) => {
    const [one, other] = [was.get(renamed.get(name) ?? name), is.get(name)];
    return one && other ? [{ before: one.node, after: other.node, at: `.${name}` }] : [];
  });
  const changes = names
    .filter((name) => !formerNames.has(name))
    .flatMap((name) => {
      const from = renamed.get(name);
      if (from === undefined) return fieldFacts(was.get(name), is.get(name), `.${name}`, side);
      return [
        renamedInput(from, `.${name}`),
        ...requiredFacts(was.get(from)!.required, is.get(name)!.required, `.${name}`, side),
      ];
    });
  return { changes, inner };
}

const NONE: ReadonlyMap<string, string> = new Map();

function ofSide(fields: ReadonlyMap<string, FieldNode>, side: Side): Map<string, FieldNode> {
  return new Map([...fields].filter(([, field]) => field.side === undefined || field.side === side));
}

function fieldFacts(
  before: FieldNode | undefined,
  after: FieldNode | undefined,
  at: string,
  side: Side,
): Change[] {
  if (!after) return [schemaChange("gone", side, at, "is gone")];
  if (!before && side === "request") return [newInput(after, at)];
  if (!before) return [schemaChange("new", side, at, `is new (${typeOf(after.node)})`)];
  return [
    ...requiredFacts(before.required, after.required, at, side),
    ...deprecatedFacts(before.deprecated, after.deprecated, at, side),
    ...(side === "request" ? defaultFacts(before.default, after.default, at) : []),
  ];
}

function requiredFacts(before: boolean, after: boolean, at: string, side: Side): Change[] {
  if (before === after) return [];
  const says = {
    request: { now: "is now required", before: "is no longer required" },
    answer: { now: "is now always there", before: "is no longer always there" },
  }[side];
  return after
    ? [schemaChange("required", side, at, says.now)]
    : [schemaChange("optional", side, at, says.before)];
}

function deprecatedFacts(before: boolean, after: boolean, at: string, side: Side): Change[] {
  if (before === after) return [];
  return [
    schemaChange(
      after ? "deprecated" : "undeprecated",
      side,
      at,
      after ? "is deprecated" : "is no longer deprecated",
    ),
  ];
}
