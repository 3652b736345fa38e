import { list, record, type Raw } from "../../normalise/raw.js";
import { pointerKeys, resolved } from "./references.js";

export interface Discriminator {
  readonly propertyName: string;
  readonly mapping?: Readonly<Record<string, string>>;
}

/** The discriminators of a document, and the values that they give to the property of each schema. */
export interface Discriminators {
  /** The discriminator of the schema at a JSON pointer, its own or one of a part. */
  at(path: string): Discriminator | undefined;
  /** Whether the schema's property has its values already. */
  isHandled(path: string): boolean;
  /** The schema, with the values that a discriminator gives to its property. */
  patched(schema: Raw): Raw;
}

/** Finds the discriminators of a document. The document stays as it is. */
export function discriminatorsOf(document: Raw): Discriminators {
  const found = new Map<string, Discriminator>();
  const handled = new Set<string>();
  const patches = new Map<Raw, Raw>();
  const patched = (schema: Raw) => patches.get(schema) ?? schema;
  const { tagged, joined } = schemasWith(document);

  for (const { node, path } of tagged) {
    const discriminator = record(node.discriminator) as unknown as Discriminator;
    found.set(path, discriminator);
    if (!Array.isArray(node.oneOf)) continue;
    for (const [reference, values] of valuesByReference(node.oneOf as readonly unknown[], discriminator))
      if (!handled.has(reference)) patch(reference, values, discriminator.propertyName);
  }
  for (const { node, path } of joined) inherit(list(node.allOf), path);
  return { at: (path) => found.get(path), isHandled: (path) => handled.has(path), patched };

  function inherit(parts: readonly unknown[], path: string): void {
    for (const part of parts) {
      const { $ref, discriminator } = record(part);
      if (typeof $ref === "string") {
        const above = found.get($ref);
        if (!above) return;
        const values = Object.keys(above.mapping ?? {}).filter((value) => above.mapping![value] === path);
        if (values.length > 0) patch(path, values, above.propertyName);
        found.set(path, above);
      } else if (record(discriminator).propertyName) found.set(path, discriminator as Discriminator);
    }
  }

  function patch(reference: string, values: readonly string[], name: string): void {
    const original = resolved(document, reference);
    const next = withValues(patched(original), values, name);
    if (!next) return;
    patches.set(original, next);
    handled.add(reference);
  }
}

/** The value by which a discriminator names the schema at a path. */
export function tagOf({ mapping }: Discriminator, path: string): string {
  const name = pointerKeys(path).at(-1) ?? "";
  const mapped = Object.entries(mapping ?? {}).find(
    ([, target]) => (target.startsWith("#") ? pointerKeys(target).at(-1) : target) === name,
  );
  return mapped?.[0] ?? name;
}

interface Place {
  readonly node: Raw;
  readonly path: string;
}

/** All objects with a discriminator, and all with `allOf`, from the outside in. */
function schemasWith(document: Raw): { readonly tagged: Place[]; readonly joined: Place[] } {
  const tagged: Place[] = [];
  const joined: Place[] = [];
  walk(document, undefined);
  return { tagged, joined };

  function walk(value: unknown, steps: Steps | undefined): void {
    if (typeof value !== "object" || value === null) return;
    const node = value as Raw;
    if (!Array.isArray(value)) {
      if (record(node.discriminator).propertyName) tagged.push({ node, path: pathOf(steps) });
      if (Array.isArray(node.allOf)) joined.push({ node, path: pathOf(steps) });
    }
    for (const key of Object.keys(node)) {
      const member = node[key];
      if (typeof member === "object" && member !== null) walk(member, { key, above: steps });
    }
  }
}

interface Steps {
  readonly key: string;
  readonly above: Steps | undefined;
}

function pathOf(steps: Steps | undefined): string {
  if (steps === undefined) return "#";
  return `${pathOf(steps.above)}/${steps.key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The values for each schema of a choice: those of the mapping, otherwise its name. */
function valuesByReference(
  oneOf: readonly unknown[],
  { mapping = {} }: Discriminator,
): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const one of oneOf) {
    const { $ref } = record(one);
    const name = typeof $ref === "string" ? $ref.split("/").pop() : undefined;
    if (name) values.set($ref as string, [name]);
  }
  const mapped = new Map<string, string[]>();
  for (const [value, reference] of Object.entries(mapping))
    if (reference) mapped.set(reference, [...(mapped.get(reference) ?? []), value]);
  return new Map([...values, ...mapped]);
}

/** The schema, whose property has only these values; undefined for one that is not an object. */
function withValues(schema: Raw, values: readonly string[], name: string): Raw | undefined {
  if (schema.allOf) {
    const part = { type: "object", required: [name], properties: { [name]: choice(values) } };
    return { ...schema, allOf: [...list(schema.allOf), part] };
  }
  if (schema.type !== "object") return undefined;
  const properties = record(schema.properties);
  const required = list(schema.required);
  return {
    ...schema,
    properties: { ...properties, [name]: choice(values, record(properties[name]).description) },
    required: required.includes(name) ? required : [...required, name],
  };
}

function choice(values: readonly string[], description?: unknown): Raw {
  const note = description
    ? `${String(description)} (values: of the discriminator)`
    : "Value of the discriminator";
  return { type: "string", enum: values, description: note };
}
