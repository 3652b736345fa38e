import { isDeepStrictEqual } from "node:util";
import type { Change } from "../change.js";
import { schemaChange, type Side } from "./facts.js";
import type { Node } from "./node.js";
import { typeOf, valueList } from "./say.js";

export function nullFacts(before: Node, after: Node, side: Side): Change[] {
  if (before.takesNull === after.takesNull) return [];
  return after.takesNull
    ? [schemaChange("null-more", side, "", side === "request" ? "also takes null" : "may be null")]
    : [schemaChange("null-less", side, "", side === "request" ? "no longer takes null" : "is never null")];
}

/** If one side takes anything, the types of the other side describe the change. */
export function typeFacts(before: Node, after: Node, side: Side): Change[] {
  const [was, is] = [before.types, after.types];
  if (isDeepStrictEqual([...was].sort(), [...is].sort())) return [];
  if (was.length === 0)
    return [schemaChange("less", side, "", `takes ${typeOf(after)} alone, and took anything`)];
  if (is.length === 0)
    return [schemaChange("more", side, "", `takes anything, and took ${typeOf(before)} alone`)];
  const lost = was.filter((type) => !compatible(type, is));
  const won = is.filter((type) => !compatible(type, was));
  const says = `takes ${typeOf(after)} instead of ${typeOf(before)}`;
  if (lost.length === 0 && won.length === 0)
    return [schemaChange(was.includes("number") ? "less" : "more", side, "", says)];
  if (lost.length === was.length) return [schemaChange("type", side, "", says)];
  return [
    ...(lost.length > 0 ? [schemaChange("less", side, "", `no longer takes ${lost.join(" or ")}`)] : []),
    ...(won.length > 0 ? [schemaChange("more", side, "", `also takes ${won.join(" or ")}`)] : []),
  ];
}

export function valueFacts(before: Node, after: Node, side: Side): Change[] {
  const [was, is] = [before.values, after.values];
  if (!was && !is) return [];
  if (!was) return [schemaChange("values-less", side, "", `takes only ${valueList(is!)}`)];
  if (!is) return [schemaChange("values-more", side, "", `takes more than ${valueList(was)}`)];
  const lost = was.filter((value) => !is.some((other) => isDeepStrictEqual(value, other)));
  const won = is.filter((value) => !was.some((other) => isDeepStrictEqual(value, other)));
  return [
    ...(lost.length > 0 ? [schemaChange("values-less", side, "", `no longer takes ${valueList(lost)}`)] : []),
    ...(won.length > 0 ? [schemaChange("values-more", side, "", `also takes ${valueList(won)}`)] : []),
  ];
}

/** Whether both nodes take the same kind of value. Only then can one have become the other. */
export function isAlike(one: Node, other: Node): boolean {
  if (one.types.length === 0 || other.types.length === 0) return one.types.length === other.types.length;
  return one.types.some((type) => compatible(type, other.types));
}

/** An integer is also a number. */
function compatible(type: string, types: readonly string[]): boolean {
  return (
    types.includes(type) ||
    (type === "integer" && types.includes("number")) ||
    (type === "number" && types.includes("integer"))
  );
}
