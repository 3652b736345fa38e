import { referenceOf, variantsOf } from "../../normalise/discriminator.js";
import { list, record, target, type Raw } from "../../normalise/raw.js";
import { LazyNode, type Schemas } from "./lazy-node.js";
import type { Node, OptionNode } from "./node.js";
import { nameOf, hasConstraints } from "./schema-keywords.js";

/** Reads the schemas of one document as nodes. */
export class SchemaReader implements Schemas {
  readonly #whole = new WeakMap<Raw, Node>();
  readonly #parts = new WeakMap<Raw, Node>();
  /** Keyed by the numbers of the merged schemas. */
  readonly #merged = new Map<string, Node>();
  readonly #numbers = new WeakMap<Raw, number>();
  #next = 0;

  constructor(readonly document: Raw) {}

  /** The node of a schema. A reference without a target becomes a node that takes anything, as in generated tools. */
  read(schema: unknown): Node {
    const { raw, name } = this.#followed(record(schema), false);
    const known = this.#whole.get(raw);
    if (known) return known;
    const node = new LazyNode(this, [raw], name);
    this.#whole.set(raw, node);
    return node;
  }

  /** The node of several schemas that all apply at once. */
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

  /** A schema and all schemas that it includes by `allOf`, each without its `allOf`. */
  parts(schema: Raw, trail: readonly Raw[] = []): Raw[] {
    const beside = this.#beside(schema);
    const { raw } = this.#followed(schema, true);
    if (trail.includes(raw) || trail.length > DEEPEST) return [];
    const inside = [...trail, raw];
    const included = list(raw.allOf).flatMap((part) => this.parts(record(part), inside));
    return [...(beside ? [beside] : []), raw, ...included];
  }

  /** Keywords next to a reference that apply: all of them in OpenAPI 3.1, only `nullable` in 3.0. */
  #beside(schema: Raw): Raw | undefined {
    if (typeof schema.$ref !== "string") return undefined;
    const { $ref: _, ...all } = schema;
    const beside = String(this.document.openapi).startsWith("3.0") ? { nullable: all.nullable } : all;
    return hasConstraints(beside) ? beside : undefined;
  }

  /** The schemas that extend a schema with a discriminator, for one that lists no options itself. */
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

  /** Follows references until a schema has keywords of its own. */
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

  /** The reference of a schema, if the schema is only that reference. */
  #onlyReference(schema: Raw, part: boolean): string | undefined {
    if (typeof schema.$ref === "string") return part || !this.#beside(schema) ? schema.$ref : undefined;
    const [only, ...more] = list(schema.allOf);
    const { $ref: reference } = record(only);
    if (part || typeof reference !== "string" || more.length > 0 || hasConstraints(schema)) return undefined;
    return this.#beside(record(only)) ? undefined : reference;
  }
}

const DEEPEST = 50;
const NOTHING: Raw = {};

function safely<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
