import { isDeepStrictEqual } from "node:util";
import type { Change } from "../change.js";
import type { Fact } from "./facts.js";
import type { Node } from "./node.js";
import { LIMITS } from "./schema-keywords.js";
import { quoted } from "./say.js";

type LimitName = (typeof LIMITS)[number];
type Ruling = (was: unknown, is: unknown) => Fact;

/** Whether a changed limit is tighter or looser for callers. */
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
  // A format that is documented for the first time describes the values that were needed before. A changed one does not.
  format: (was, is) => (is === undefined ? "no-format" : was === undefined ? "format" : formatFact(was, is)),
};

/** The limits that changed, each made by `report`. */
export function limitFacts(
  before: Node,
  after: Node,
  report: (fact: Fact, says: string) => Change,
): Change[] {
  const [was, is] = [before.limits, after.limits];
  return LIMITS.flatMap((name) => {
    if (isDeepStrictEqual(was[name], is[name])) return [];
    return [report(RULINGS[name](was[name], is[name]), phrase(name, was[name], is[name]))];
  });
}

function phrase(name: LimitName, was: unknown, is: unknown): string {
  if (is === undefined) return `no longer has ${name} ${quoted(was)}`;
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

/** Number formats say how the server stores a value. The wider format takes all values of the narrower one. */
function formatFact(was: unknown, is: unknown): Fact {
  const width = (format: unknown) => WIDTHS.indexOf(String(format));
  if (width(was) >= 0 && width(is) >= 0) return width(is) > width(was) ? "looser" : "tighter";
  return "tighter";
}

const WIDTHS = ["int32", "int64", "float", "double"];
