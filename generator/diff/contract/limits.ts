import { isDeepStrictEqual } from "node:util";
import type { Change } from "../change.js";
import type { Fact } from "./facts.js";
import { LIMITS, type Node } from "./node.js";
import { quoted } from "./say.js";

type LimitName = (typeof LIMITS)[number];
type Ruling = (was: unknown, is: unknown) => Fact;

/** What another value of a limit means for those who give values. */
const RULINGS: Readonly<Record<LimitName, Ruling>> = {
  minimum: lower,
  exclusiveMinimum: lower,
  minLength: lower,
  minItems: lower,
  minProperties: lower,
  maximum: upper,
  exclusiveMaximum: upper,
  maxLength: upper,
  maxItems: upper,
  maxProperties: upper,
  multipleOf: (was, is) => (is === undefined || isMultiple(was, is) ? "looser" : "tighter"),
  uniqueItems: (_, is) => (is === undefined ? "looser" : "tighter"),
  pattern: (_, is) => (is === undefined ? "looser" : "tighter"),
  // A format that is newly told describes values that were needed before as well; another one does not.
  format: (was, is) => (is === undefined ? "no-format" : was === undefined ? "format" : formatFact(was, is)),
};

/** Limits that are stated otherwise, each by `tell`. */
export function limitFacts(before: Node, after: Node, tell: (fact: Fact, says: string) => Change): Change[] {
  const [was, is] = [before.limits, after.limits];
  return LIMITS.flatMap((name) => {
    if (isDeepStrictEqual(was[name], is[name])) return [];
    return [tell(RULINGS[name](was[name], is[name]), said(name, was[name], is[name]))];
  });
}

function said(name: LimitName, was: unknown, is: unknown): string {
  if (is === undefined) return `has no ${name} any more (${quoted(was)})`;
  return `has ${name} ${quoted(is)}${was === undefined ? "" : `, and had ${quoted(was)}`}`;
}

function lower(was: unknown, is: unknown): Fact {
  return is !== undefined && (was === undefined || Number(is) > Number(was)) ? "tighter" : "looser";
}

function upper(was: unknown, is: unknown): Fact {
  return is !== undefined && (was === undefined || Number(is) < Number(was)) ? "tighter" : "looser";
}

function isMultiple(was: unknown, is: unknown): boolean {
  return typeof was === "number" && typeof is === "number" && Number.isInteger(was / is);
}

/** Formats of numbers say how a server stores them, and the wider one takes what the other took. */
function formatFact(was: unknown, is: unknown): Fact {
  const width = (format: unknown) => WIDTHS.indexOf(String(format));
  if (width(was) >= 0 && width(is) >= 0) return width(is) > width(was) ? "looser" : "tighter";
  return "tighter";
}

const WIDTHS = ["int32", "int64", "float", "double"];
