import { alternativesOf } from "../../normalise/alternatives.js";
import { tagOf } from "../../normalise/discriminator.js";
import { list, record, text, type Raw } from "../../normalise/raw.js";
import type { FieldNode, Node, OptionNode } from "./node.js";
import { allowsNull, limitsOf, nameOf, typesOf, valuesOf, withoutAllOf } from "./schema-keywords.js";

/** How a node reads the schemas inside it. */
export interface Schemas {
  /** A schema and all schemas that it includes by `allOf`, each without its `allOf`. */
  parts(schema: Raw): Raw[];
  /** The node of several schemas that all apply at once. */
  merged(schemas: readonly Raw[]): Node;
  /** The schemas that extend one with a discriminator. */
  variants(name: string | undefined, raw: Raw): OptionNode[];
}

export class LazyNode implements Node {
  readonly name?: string;
  readonly #schemas: Schemas;
  readonly #given: readonly Raw[];
  readonly #read = new Map<string, unknown>();

  constructor(schemas: Schemas, given: readonly Raw[], name: string | undefined) {
    this.#schemas = schemas;
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
    return this.#once("parts", () => [...new Set(this.#given.flatMap((raw) => this.#schemas.parts(raw)))]);
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
      ...given.flatMap((raw) => this.#schemas.parts(raw)).reverse(),
      ...given,
    ) as Raw;
    const side = facts.readOnly === true ? "answer" : facts.writeOnly === true ? "request" : undefined;
    return {
      node: this.#schemas.merged(given),
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
    return schemas.length === 0 ? true : this.#schemas.merged(schemas);
  }

  #readItems(): Node | undefined {
    const given = this.#parts.map((part) => part.items).filter((items) => items !== undefined);
    return given.length === 0 ? undefined : this.#schemas.merged(given.map(record));
  }

  #readOptions(): OptionNode[] {
    for (const part of this.#parts) {
      const options = alternativesOf(part);
      if (!options) continue;
      const others = this.#parts.filter((other) => other !== part);
      const tag = tagOf(part);
      return options.map(({ schema, reference }) => {
        const node = this.#schemas.merged([record(schema), ...others.map(withoutAllOf)]);
        const tagged = reference === undefined ? undefined : tag?.values.get(reference)?.join(", ");
        const name = reference === undefined ? text(record(schema).title) : nameOf(reference);
        return { node, ...((name ?? tagged) === undefined ? {} : { name: name ?? tagged }) };
      });
    }
    return this.#given.length === 1 ? this.#schemas.variants(this.name, this.#given[0]!) : [];
  }
}

/** The values that all lists share. If they share none, the document is wrong, and the first list is used. */
function commonOf<T>(lists: readonly (readonly T[])[]): readonly T[] | undefined {
  const common = lists[0]?.filter((value) => lists.every((list) => list.includes(value)));
  return common && common.length > 0 ? common : lists[0];
}
