import { referenceOf, tagOf, variantsOf } from "../../normalise/discriminator.js";
import { alternativesOf, isNull } from "../../normalise/alternatives.js";
import { list, record, target, text, type Raw } from "../../normalise/raw.js";

/**
 * A schema of a document, whole and by need: `allOf` is merged, references are followed, and what a node holds is read
 * when it is asked for. The same schema is the same node, so a comparison meets each pair once and cycles end.
 */
export interface Node {
  /** The shared schema's name, where it is one of `components`. */
  readonly name?: string;
  /** JSON types without null; none where it takes any. */
  readonly types: readonly string[];
  readonly takesNull: boolean;
  /** The values that are listed, without null. */
  readonly values?: readonly unknown[];
  readonly limits: Raw;
  readonly fields: ReadonlyMap<string, FieldNode>;
  /** What further keys hold; `false` where there are none. */
  readonly rest: Node | boolean;
  readonly items?: Node;
  /** Of `oneOf` or `anyOf`; empty where there are none. */
  readonly options: readonly OptionNode[];
}

/** A field of an object, with what concerns the field and not its value. */
export interface FieldNode {
  readonly node: Node;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly side?: "request" | "answer";
  readonly default?: unknown;
}

export interface OptionNode {
  /** What tells it from the others: its schema's name, its title, or the value of its tag. */
  readonly name?: string;
  readonly node: Node;
}

/** Limits that a schema states beside its type. */
export const LIMITS = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "pattern",
  "format",
] as const;

/** Reads the schemas of one document as nodes. */
export class SchemaReader {
  readonly #whole = new WeakMap<Raw, Node>();
  readonly #parts = new WeakMap<Raw, Node>();
  /** By the numbers of the schemas that are merged. */
  readonly #merged = new Map<string, Node>();
  readonly #numbers = new WeakMap<Raw, number>();
  #next = 0;

  constructor(readonly document: Raw) {}

  /** The node of a schema; one that can't be followed takes anything, as it does where tools are generated. */
  read(schema: unknown): Node {
    const { raw, name } = this.#followed(record(schema), false);
    const known = this.#whole.get(raw);
    if (known) return known;
    const node = new LazyNode(this, [raw], name);
    this.#whole.set(raw, node);
    return node;
  }

  /** The node of several schemas that all hold at once. */
  merged(schemas: readonly Raw[]): Node {
    if (schemas.length === 1) return this.read(schemas[0]);
    const key = schemas.map((raw) => this.#numberOf(raw)).join(" ");
    const node = this.#merged.get(key) ?? new LazyNode(this, schemas, undefined);
    this.#merged.set(key, node);
    return node;
  }

  #numberOf(raw: Raw): number {
    const number = this.#numbers.get(raw) ?? this.#next++;
    this.#numbers.set(raw, number);
    return number;
  }

  /** A schema and all that it includes by `allOf`, each without its `allOf`. */
  parts(schema: Raw, trail: readonly Raw[] = []): Raw[] {
    const beside = this.#beside(schema);
    const { raw } = this.#followed(schema, true);
    if (trail.includes(raw) || trail.length > DEEPEST) return [];
    const inside = [...trail, raw];
    const included = list(raw.allOf).flatMap((part) => this.parts(record(part), inside));
    return [...(beside ? [beside] : []), raw, ...included];
  }

  /** What stands beside a reference and counts: all of it from OpenAPI 3.1 on, `nullable` alone before. */
  #beside(schema: Raw): Raw | undefined {
    if (typeof schema.$ref !== "string") return undefined;
    const { $ref: _, ...all } = schema;
    const beside = String(this.document.openapi).startsWith("3.0") ? { nullable: all.nullable } : all;
    return saysMore(beside) ? beside : undefined;
  }

  /** Schemas that one with a discriminator, and without options of its own, stands for. */
  variants(name: string | undefined, raw: Raw): OptionNode[] {
    if (name === undefined || raw.discriminator === undefined) return [];
    return variantsOf(this.document, referenceOf(name), raw).flatMap((reference) => {
      const found = safely(() => target(this.document, reference));
      if (!found) return [];
      return [{ name: nameOf(reference), node: found === raw ? this.#asPart(raw) : this.read(found) }];
    });
  }

  #asPart(raw: Raw): Node {
    const known = this.#parts.get(raw) ?? new LazyNode(this, [raw], undefined);
    this.#parts.set(raw, known);
    return known;
  }

  /** Follows references as far as nothing that matters stands beside them. */
  #followed(schema: Raw, part: boolean): { raw: Raw; name?: string } {
    let raw = schema;
    let name: string | undefined;
    for (let hops = 0; hops < DEEPEST; hops++) {
      const reference = this.#onlyReference(raw, part);
      if (reference === undefined) return { raw, name };
      const found = safely(() => target(this.document, reference));
      if (!found) return { raw: NOTHING, name };
      raw = found;
      name = nameOf(reference);
    }
    return { raw: NOTHING, name };
  }

  /** The reference of a schema that says nothing more of its values. */
  #onlyReference(schema: Raw, part: boolean): string | undefined {
    if (typeof schema.$ref === "string") return part || !this.#beside(schema) ? schema.$ref : undefined;
    const [only, ...more] = list(schema.allOf);
    const { $ref: reference } = record(only);
    if (part || typeof reference !== "string" || more.length > 0 || saysMore(schema)) return undefined;
    return this.#beside(record(only)) ? undefined : reference;
  }
}

const DEEPEST = 50;
const NOTHING: Raw = {};

class LazyNode implements Node {
  readonly name?: string;
  readonly #reader: SchemaReader;
  readonly #given: readonly Raw[];
  readonly #read = new Map<string, unknown>();

  constructor(reader: SchemaReader, given: readonly Raw[], name: string | undefined) {
    this.#reader = reader;
    this.#given = given;
    this.name = name;
  }

  get types(): readonly string[] {
    return this.#once(
      "types",
      () => commonOf(this.#parts.map(typesOf).filter((types) => types.length > 0)) ?? [],
    );
  }

  get takesNull(): boolean {
    return this.#once("takesNull", () => this.#parts.some(allowsNull));
  }

  get values(): readonly unknown[] | undefined {
    return this.#once("values", () =>
      commonOf(this.#parts.map(valuesOf).filter((values) => values !== undefined)),
    );
  }

  get limits(): Raw {
    return this.#once("limits", () => limitsOf(this.#parts));
  }

  get fields(): ReadonlyMap<string, FieldNode> {
    return this.#once("fields", () => this.#readFields());
  }

  get rest(): Node | boolean {
    return this.#once("rest", () => this.#readRest());
  }

  get items(): Node | undefined {
    return this.#once("items", () => this.#readItems());
  }

  get options(): readonly OptionNode[] {
    return this.#once("options", () => this.#readOptions());
  }

  get #parts(): readonly Raw[] {
    return this.#once("parts", () => [...new Set(this.#given.flatMap((raw) => this.#reader.parts(raw)))]);
  }

  #once<T>(what: string, work: () => T): T {
    if (!this.#read.has(what)) this.#read.set(what, work());
    return this.#read.get(what) as T;
  }

  #readFields(): Map<string, FieldNode> {
    const schemas = new Map<string, Raw[]>();
    for (const part of this.#parts)
      for (const [name, property] of Object.entries(record(part.properties))) {
        if (property === false) continue;
        schemas.set(name, [...(schemas.get(name) ?? []), record(property)]);
      }
    const required = new Set(this.#parts.flatMap((part) => list(part.required)));
    return new Map(
      [...schemas].map(([name, given]) => [name, this.#field(given, required.has(name))] as const),
    );
  }

  #field(given: readonly Raw[], required: boolean): FieldNode {
    const facts = Object.assign(
      {},
      ...given.flatMap((raw) => this.#reader.parts(raw)).reverse(),
      ...given,
    ) as Raw;
    const side = facts.readOnly === true ? "answer" : facts.writeOnly === true ? "request" : undefined;
    return {
      node: this.#reader.merged(given),
      required,
      deprecated: facts.deprecated === true,
      ...(side ? { side } : {}),
      ...(facts.default === undefined ? {} : { default: facts.default }),
    };
  }

  #readRest(): Node | boolean {
    const given = this.#parts
      .map((part) => part.additionalProperties ?? part.unevaluatedProperties)
      .filter((one) => one !== undefined);
    if (given.includes(false)) return false;
    const schemas = given
      .filter((one) => one !== true)
      .map(record)
      .filter((one) => Object.keys(one).length > 0);
    return schemas.length === 0 ? true : this.#reader.merged(schemas);
  }

  #readItems(): Node | undefined {
    const given = this.#parts.map((part) => part.items).filter((items) => items !== undefined);
    return given.length === 0 ? undefined : this.#reader.merged(given.map(record));
  }

  #readOptions(): OptionNode[] {
    for (const part of this.#parts) {
      const options = alternativesOf(part);
      if (!options) continue;
      const others = this.#parts.filter((other) => other !== part);
      const tag = tagOf(part);
      return options.map(({ schema, reference }) => {
        const node = this.#reader.merged([record(schema), ...others.map(withoutAllOf)]);
        const tagged = reference === undefined ? undefined : tag?.values.get(reference)?.join(", ");
        const name = reference === undefined ? text(record(schema).title) : nameOf(reference);
        return { node, ...((name ?? tagged) === undefined ? {} : { name: name ?? tagged }) };
      });
    }
    return this.#given.length === 1 ? this.#reader.variants(this.name, this.#given[0]!) : [];
  }
}

/** What all lists have in common; the first one where that is nothing, which is a mistake of the document. */
function commonOf<T>(lists: readonly (readonly T[])[]): readonly T[] | undefined {
  const common = lists[0]?.filter((value) => lists.every((list) => list.includes(value)));
  return common && common.length > 0 ? common : lists[0];
}

function limitsOf(parts: readonly Raw[]): Raw {
  const said = parts.flatMap((part) =>
    LIMITS.flatMap((name) => (part[name] === undefined || part[name] === false ? [] : [[name, part[name]]])),
  );
  return plainLimits(Object.fromEntries(said) as Raw);
}

/** A part whose `allOf` is already among the parts. */
function withoutAllOf(part: Raw): Raw {
  if (part.allOf === undefined) return part;
  const { allOf: _, ...own } = part;
  return own;
}

/** In OpenAPI 3.0 an exclusive bound is a flag beside the bound, in 3.1 a number of its own: one form for both. */
function plainLimits(limits: Raw): Raw {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...others } = limits;
  return Object.fromEntries(
    Object.entries({
      ...others,
      ...(exclusiveMinimum === true ? { exclusiveMinimum: minimum } : { minimum, exclusiveMinimum }),
      ...(exclusiveMaximum === true ? { exclusiveMaximum: maximum } : { maximum, exclusiveMaximum }),
    }).filter(([, value]) => value !== undefined),
  );
}

function typesOf(schema: Raw): string[] {
  const named = [schema.type].flat().filter((type): type is string => typeof type === "string");
  const real = named.filter((type) => type !== "null");
  if (real.length > 0) return real;
  if (schema.properties || schema.additionalProperties || schema.patternProperties) return ["object"];
  if (schema.items || schema.prefixItems) return ["array"];
  const values = valuesOf(schema);
  if (!values) return [];
  return [...new Set(values.map((value) => (Number.isInteger(value) ? "integer" : typeof value)))];
}

function valuesOf(schema: Raw): readonly unknown[] | undefined {
  const given = Array.isArray(schema.enum) && schema.enum.length > 0 ? (schema.enum as unknown[]) : undefined;
  const values = given ?? ("const" in schema ? [schema.const] : undefined);
  const real = values?.filter((value) => value !== null);
  return real === undefined || real.length === 0 ? undefined : real;
}

function allowsNull(schema: Raw): boolean {
  const options = [...list(schema.oneOf), ...list(schema.anyOf)];
  const isListed = Array.isArray(schema.enum) && schema.enum.includes(null) && schema.type === undefined;
  return schema.nullable === true || list(schema.type).includes("null") || options.some(isNull) || isListed;
}

function saysMore(schema: Raw): boolean {
  return Object.keys(schema).some((key) => SAYS_OF_VALUES.has(key) && schema[key] !== undefined);
}

/** What stands beside these in a schema are words, or concerns the field that it is the value of. */
const SAYS_OF_VALUES: ReadonlySet<string> = new Set([
  ..."type nullable properties required items prefixItems enum const oneOf anyOf additionalProperties".split(
    " ",
  ),
  ..."patternProperties unevaluatedProperties discriminator".split(" "),
  ...LIMITS,
]);

function nameOf(reference: string): string | undefined {
  return reference
    .match(/^#\/components\/schemas\/([^/]+)$/)?.[1]
    ?.replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

function safely<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
