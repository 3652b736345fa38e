import { pointer } from "../model/problem.js";
import { ImportError } from "./import-error.js";
import {
  blanksOf,
  keywordsOf,
  type Keyword,
  type ObjectKind,
  type AllowedContent,
  sectionOf,
} from "./allowed-content.js";

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A reference in the document. `kind` is what OpenAPI expects there, `at` is the JSON pointer of its position. */
export interface Reference {
  readonly kind: ObjectKind;
  readonly ref: string;
  /** The keywords next to `$ref`, rewritten. They only apply in OpenAPI 3.1. */
  readonly beside: JsonObject;
  /** True if only a reference is allowed at its position, as in `discriminator.mapping`. */
  readonly byName: boolean;
  readonly at: string;
}

/** Returns what replaces a reference. */
type OnReference = (reference: Reference) => JsonObject;

/** Callbacks of a copy. */
export interface Copying {
  readonly onReference: OnReference;
  /** Called for every value; may throw. */
  readonly spend?: () => void;
  /** Called for a value in a schema that does not fit its position. If it returns, nothing is taken of the value. */
  readonly onMisfit: OnMisfit;
}

/** What is done about a value that OpenAPI does not allow. */
export type OnMisfit = (misfit: ImportError) => void;

/** Refuses the document. */
export const refuse: OnMisfit = (misfit) => {
  throw misfit;
};

/** Deep enough for real documents, and shallow enough for the stack. */
const deepest = 200;

/** The JSON pointer of a value, and its depth. */
interface Spot {
  /** The key in `above`, or the pointer of the value where the copy began. */
  readonly key: string | number;
  readonly above?: Spot;
  readonly depth: number;
}

function whereOf({ key, above }: Spot): string {
  return above ? whereOf(above) + pointer(String(key)) : String(key);
}

/**
 * Copies everything that `kind` may hold from `node`, in a fixed order. `allowed-content.ts` defines what a kind may
 * hold. The rest is left out. `onReference` replaces references.
 * @throws ImportError if a value does not fit its position, or is too deep in the document.
 */
export function rewrite(kind: ObjectKind, node: unknown, at: string, copying: Copying): JsonObject | boolean {
  return copyObject(kind, node, { key: at, depth: 0 }, copying);
}

function copy(content: AllowedContent, value: unknown, spot: Spot, copying: Copying): Json {
  enter(spot, copying);
  if (content === "fact") return copyFact(value, spot, copying);
  if (content === "blank") return "";
  if (content === "names") return sortedNames(value);
  if (content === "schemaName") return copySchemaName(value, spot, copying);
  if (typeof content === "string") return copyObject(content, value, spot, copying);
  if ("list" in content) return copyList(content.list, value, spot, copying);
  return copyMap(content, value, spot, copying);
}

function enter(spot: Spot, { spend }: Copying): void {
  if (spot.depth > deepest)
    throw new ImportError(whereOf(spot), `it is nested more than ${deepest} levels deep`);
  spend?.();
}

function below(above: Spot, key: string | number): Spot {
  return { key, above, depth: above.depth + 1 };
}

function copyObject(kind: ObjectKind, value: unknown, spot: Spot, copying: Copying): JsonObject | boolean {
  if (typeof value === "boolean" && kind === "Schema") return value;
  const source = kind === "Schema" ? objectIn(kind, value, spot, copying) : expectObject(kind, value, spot);
  const { $ref: ref } = source;
  if (typeof ref !== "string") return copyKeywords(kind, source, spot, copying);
  const beside = copyKeywords(kind, source, spot, copying);
  return copying.onReference(referenceAt(spot, { kind, ref, beside, byName: false }));
}

function copyKeywords(kind: ObjectKind, source: Source, spot: Spot, copying: Copying): JsonObject {
  const keywords = keywordsOf(kind);
  const whole = keywords.get("*");
  if (isMap(whole?.content)) return copyMap(whole.content, source, spot, copying);
  const copied: Record<string, Json> = {};
  for (const [key, { content }] of saidKeywords(kind, source)) {
    const value = source[key];
    if (content === "fact" && (typeof value !== "object" || value === null)) {
      // Most values are plain, and need no place of their own.
      copying.spend?.();
      copied[key] = value as Json;
    } else copied[key] = copy(content, value, below(spot, key), copying);
  }
  return copied;
}

/** The keywords that an object has, in the order in which they are written. Most objects have a few of many. */
function saidKeywords(kind: ObjectKind, source: Source): (readonly [string, Keyword])[] {
  const keywords = keywordsOf(kind);
  const found: (readonly [string, Keyword])[] = [];
  for (const key in source) {
    const keyword = keywords.get(key);
    if (keyword && isSaid(keyword.content, key, source[key])) found.push([key, keyword]);
  }
  for (const key of blanksOf(kind)) found.push([key, keywords.get(key)!]);
  return found.length < 2 ? found : found.sort(([, one], [, other]) => one.rank - other.rank);
}

function copyMap({ map, extensible }: AllowedMap, value: unknown, spot: Spot, copying: Copying): JsonObject {
  const source = map === "Schema" ? objectIn("map", value, spot, copying) : expectObject("map", value, spot);
  const keys = Object.keys(source).filter((key) => !(extensible === true && key.startsWith("x-")));
  // An empty YAML value is null. Under a key that the author named, it means an empty object.
  return Object.fromEntries(
    keys.sort().map((key) => [key, copy(map, source[key] ?? {}, below(spot, key), copying)]),
  );
}

function copyList(content: AllowedContent, value: unknown, spot: Spot, copying: Copying): Json {
  if (!Array.isArray(value)) {
    const misfit = new ImportError(whereOf(spot), "a list is expected here");
    if (content !== "Schema") throw misfit;
    copying.onMisfit(misfit);
    return [];
  }
  const items = value.map((item, index) => copy(content, item, below(spot, index), copying));
  return content === "Parameter" ? items.sort(byParameter) : items;
}

function copyFact(value: unknown, spot: Spot, copying: Copying): Json {
  enter(spot, copying);
  if (typeof value !== "object" || value === null) return value as Json;
  const inner = { ...spot, depth: spot.depth + 1 };
  if (Array.isArray(value)) return value.map((item) => copyFact(item, inner, copying));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [key, copyFact(item, inner, copying)]),
  );
}

/** A mapping names a schema or refers to it. Both become a reference, so both are followed. */
function copySchemaName(value: unknown, spot: Spot, { onReference }: Copying): Json {
  if (typeof value !== "string")
    throw new ImportError(whereOf(spot), "the name of a schema is expected here");
  const isName = /^[\w.-]+$/.test(value) && !/\.(json|ya?ml)$/.test(value);
  const ref = isName ? componentRef("Schema", value) : value;
  return onReference(referenceAt(spot, { kind: "Schema", ref, beside: {}, byName: true })).$ref ?? ref;
}

/** Its place is only computed for a message. */
function referenceAt(spot: Spot, reference: Omit<Reference, "at">): Reference {
  return {
    ...reference,
    get at() {
      return whereOf(spot);
    },
  };
}

/** Keeps a reference unchanged. */
export function asItStands({ ref, beside }: Pick<Reference, "ref" | "beside">): JsonObject {
  return { $ref: ref, ...beside };
}

/** The reference to a shared object of the document. */
export function componentRef(kind: ObjectKind, name: string): string {
  return `#${pointer("components", sectionOf(kind) ?? kind, name)}`;
}

type Source = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Source {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectIn(kind: string, value: unknown, spot: Spot, { onMisfit }: Copying): Source {
  if (isObject(value)) return value;
  onMisfit(misfitAt(kind, spot));
  return {};
}

function misfitAt(kind: string, spot: Spot): ImportError {
  return new ImportError(whereOf(spot), `an object (${kind}) is expected here`);
}

function expectObject(kind: string, value: unknown, spot: Spot): Source {
  if (isObject(value)) return value;
  throw misfitAt(kind, spot);
}

/** An empty YAML value is null and is dropped, unless null may be the fact itself. */
function isSaid(content: AllowedContent, key: string, value: unknown): boolean {
  if (content === "blank") return false;
  if (content === "names") return Array.isArray(value) && value.length > 0;
  return value !== undefined && (value !== null || key === "default" || key === "const");
}

type AllowedMap = Extract<AllowedContent, { map: AllowedContent }>;

function isMap(content: AllowedContent | undefined): content is AllowedMap {
  return typeof content === "object" && "map" in content;
}

function sortedNames(value: unknown): Json {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((name) => typeof name === "string"))].sort();
}

const parameterLocations = ["path", "query", "header", "cookie"];

/** OpenAPI gives the order of parameters no meaning. A fixed order keeps the diff of an upstream change small. */
function byParameter(a: Json, b: Json): number {
  return compare(parameterKey(a), parameterKey(b));
}

function parameterKey(value: Json): string {
  const { $ref, in: location, name } = value as JsonObject;
  return typeof $ref === "string"
    ? `9${$ref}`
    : `${parameterLocations.indexOf(String(location))}${String(name)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
