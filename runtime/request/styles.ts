import { refuse } from "../arguments/refuse.js";
import type { Style } from "../contract/tool.js";
import { isRecord } from "../values/record.js";
import { definedEntries, joinApart, partsOf, percent, textOf, type Parts } from "./encode.js";
import type { Placed } from "./placed.js";

/** A value in a path, split into parts. */
interface Segment {
  readonly wire: string;
  readonly argument: string;
  readonly parts: Parts;
  /** The texts of the parts in a row. */
  readonly texts: readonly string[];
  readonly explode: boolean;
}

/** How a style writes a value. A style without a function is not valid in that place. */
interface StyleRule {
  /** Whether a list or an object is exploded by default. */
  readonly explodes: boolean;
  /** `name=value` texts, encoded, for a query, a cookie or a form. */
  readonly pairs?: (placed: Placed, explode: boolean) => string[];
  /** The separator for lists in a header or in one part of a multipart body; a comma by default. */
  readonly separator?: string;
  /** If exploded, the keys of an object become names. */
  readonly keysBecomeNames?: true;
  /** The encoded text of a path segment. */
  readonly segment?: (segment: Segment) => string;
}

/** OpenAPI's styles. */
export const styles: Readonly<Record<Style, StyleRule>> = {
  // A separating comma stays, and one inside a value becomes `%2C`.
  form: {
    explodes: true,
    keysBecomeNames: true,
    pairs: delimited((texts) => texts.map(percent).join(",")),
  },
  spaceDelimited: separatedBy(" "),
  pipeDelimited: separatedBy("|"),
  tabDelimited: separatedBy("\t"),
  deepObject: { explodes: false, pairs: ({ wire, value, argument }) => deepPairs(wire, value, argument) },
  simple: { explodes: false, segment: simpleText },
  label: { explodes: false, segment: labelText },
  matrix: { explodes: false, segment: matrixText },
};

function separatedBy(separator: string): StyleRule {
  const pairs = delimited((texts, argument) => percent(joinApart(texts, separator, argument)));
  const segment = ({ texts, argument }: Segment) => percent(joinApart(texts, separator, argument));
  return { explodes: false, keysBecomeNames: true, separator, pairs, segment };
}

type Join = (texts: readonly string[], argument: string) => string;

function delimited(join: Join) {
  return ({ wire, value, argument }: Placed, explode: boolean): string[] => {
    const parts = partsOf(value, argument);
    if (parts.kind === "one") return [pair(wire, parts.text)];
    if (parts.kind === "list" && explode) return parts.items.map((item) => pair(wire, item));
    if (parts.kind === "record" && explode) return parts.entries.map(([key, text]) => pair(key, text));
    const texts = parts.kind === "list" ? parts.items : parts.entries.flat();
    return texts.length === 0 ? [] : [`${percent(wire)}=${join(texts, argument)}`];
  };
}

/**
 * `filter[status]=open&filter[ids][]=1`. OpenAPI does not define lists and deeper levels. Common parsers read `[]` as
 * another item of a list. Items with members are numbered, so that their members stay together.
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

/** One encoded `name=value`. */
export function pair(name: string, text: string): string {
  return `${percent(name)}=${percent(text)}`;
}

function simpleText({ parts, texts, explode }: Segment): string {
  if (parts.kind === "record" && explode) return entryTexts(parts).join(",");
  return texts.map(percent).join(",");
}

function labelText({ parts, texts, explode, argument }: Segment): string {
  if (!explode || parts.kind === "one") return `.${texts.map(percent).join(",")}`;
  return `.${joinApart(parts.kind === "record" ? entryTexts(parts) : texts.map(percent), ".", argument)}`;
}

function matrixText({ wire, parts, texts, explode }: Segment): string {
  const name = percent(wire);
  if (parts.kind === "record" && explode)
    return entryTexts(parts)
      .map((entry) => `;${entry}`)
      .join("");
  if (parts.kind === "list" && explode) return texts.map((text) => `;${name}=${percent(text)}`).join("");
  return `;${name}=${texts.map(percent).join(",")}`;
}

function entryTexts({ entries }: Extract<Parts, { kind: "record" }>): string[] {
  return entries.map(([key, text]) => `${percent(key)}=${percent(text)}`);
}
