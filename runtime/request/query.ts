import { refuse } from "../arguments/refuse.js";
import { isRecord } from "../arguments/sendable.js";
import { definedEntries, joinApart, partsOf, percent, textOf } from "./encode.js";
import type { Style } from "../contract/tool.js";
import type { Placed } from "./places.js";

/**
 * Query parameters as encoded `name=value` texts, in the plan's order. A list or an object without members sends
 * nothing in any style, as RFC 6570 has it.
 * @param declared wire names of all parameters, which the keys of an exploded object must not pose as
 */
export function queryPairs(placed: readonly Placed[], declared: readonly string[]): string[] {
  return placed.flatMap((one) => {
    const posing = explodedKeys(one).find((key) => key !== one.wire && declared.includes(key));
    if (posing !== undefined) refuse(one.argument, `can't hold the key ${posing}, a parameter of its own`);
    return pairsOf(one);
  });
}

/** One value as encoded `name=value` texts, by style and explode; the default is `form`, which explodes. */
export function pairsOf({ wire, value, placement, argument }: Placed): string[] {
  const { style = "form", explode = style === "form", json } = placement;
  if (json) return [pair(wire, JSON.stringify(value))];
  if (style === "deepObject") return deepPairs(wire, value, argument);
  const parts = partsOf(value, argument);
  if (parts.kind === "one") return [pair(wire, parts.text)];
  if (parts.kind === "list" && explode) return parts.items.map((item) => pair(wire, item));
  if (parts.kind === "record" && explode) return parts.entries.map(([key, text]) => pair(key, text));
  const texts = parts.kind === "list" ? parts.items : parts.entries.flat();
  if (texts.length === 0) return [];
  return [`${percent(wire)}=${JOINERS[style](texts, argument)}`];
}

type Joiner = (texts: readonly string[], argument: string) => string;

const joinedBy =
  (separator: string): Joiner =>
  (texts, argument) =>
    percent(joinApart(texts, separator, argument));

/** A comma between values stays as it is and one inside a value is `%2C`. Other separators can't be told apart so. */
const joinedByCommas: Joiner = (texts) => texts.map(percent).join(",");

/** How each style joins the parts of one value in a query. Those of paths join as the usual one does. */
const JOINERS: Readonly<Record<Exclude<Style, "deepObject">, Joiner>> = {
  form: joinedByCommas,
  simple: joinedByCommas,
  label: joinedByCommas,
  matrix: joinedByCommas,
  spaceDelimited: joinedBy(" "),
  pipeDelimited: joinedBy("|"),
  tabDelimited: joinedBy("\t"),
};

/**
 * `filter[status]=open&filter[ids][]=1`. OpenAPI leaves lists and depth open. Common parsers read `[]` as one more item
 * of a list; items that have members of their own are numbered, so that their members stay together.
 */
function deepPairs(name: string, value: unknown, argument: string): string[] {
  if (Array.isArray(value)) {
    const isFlat = value.every((item) => typeof item !== "object");
    return value.flatMap((item, index) => deepPairs(`${name}[${isFlat ? "" : index}]`, item, argument));
  }
  if (!isRecord(value)) return [pair(name, textOf(value, argument))];
  return definedEntries(value).flatMap(([key, member]) => {
    if (/[[\]]/.test(key)) refuse(argument, "can't send a key with a square bracket, which divides the keys");
    return deepPairs(`${name}[${key}]`, member, argument);
  });
}

function pair(name: string, text: string): string {
  return `${percent(name)}=${percent(text)}`;
}

/** The keys that stand in the query as names of their own. */
function explodedKeys({ value, placement }: Placed): string[] {
  const { style = "form", explode = style === "form", json } = placement;
  return isRecord(value) && explode && !json && style !== "deepObject" ? Object.keys(value) : [];
}
