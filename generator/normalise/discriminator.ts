import type { Shape } from "../model/shape.js";
import { list, record, text, type Raw } from "./raw.js";

/** The field that distinguishes the options of a union, and its values by the reference of each option. */
export interface Tag {
  readonly property: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The discriminator of a schema, or undefined. */
export function tagOf(schema: Raw): Tag | undefined {
  const { propertyName, mapping } = record(schema.discriminator);
  const property = text(propertyName);
  if (property === undefined) return undefined;
  const values = new Map<string, string[]>();
  for (const [value, name] of Object.entries(record(mapping))) {
    const reference = referenceOf(String(name));
    values.set(reference, [...(values.get(reference) ?? []), value]);
  }
  return { property, values };
}

/**
 * The option with its discriminator field limited to the values of the mapping. Without a mapping the values would be
 * schema names, but many documents mean something else. Then the field stays as it is.
 */
export function tagged(option: Shape, tag: Tag | undefined, reference: string | undefined): Shape {
  const values = reference === undefined ? undefined : tag?.values.get(reference);
  if (!tag || !values || option.kind !== "record") return option;
  const shape: Shape = { kind: "choice", values };
  const before = option.fields.find((field) => field.name === tag.property);
  if (!before) {
    return { ...option, fields: [...option.fields, { name: tag.property, required: true, shape }] };
  }
  const fields = option.fields.map((field) =>
    field === before ? { ...field, required: true, shape } : field,
  );
  return { ...option, fields };
}

/**
 * References of all schemas that a schema with a discriminator includes: those in its mapping, and those that extend
 * it.
 */
export function variantsOf(document: Raw, reference: string, schema: Raw): string[] {
  const tag = tagOf(schema);
  if (!tag || schema.oneOf !== undefined || schema.anyOf !== undefined) return [];
  const found = new Set(tag.values.keys());
  const extended = extensionsOf(document);
  const seen = new Set([reference]);
  const waiting = [reference];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const child of extended.get(parent) ?? []) {
      if (seen.has(child.reference)) continue;
      seen.add(child.reference);
      found.add(child.reference);
      if (!child.hasTag) waiting.push(child.reference);
    }
  }
  return found.size === 1 && found.has(reference) ? [] : [...found];
}

interface Extension {
  readonly reference: string;
  /** A schema with its own discriminator finds its own extensions. */
  readonly hasTag: boolean;
}

const kept = new WeakMap<Raw, ReadonlyMap<string, readonly Extension[]>>();

/** The schemas that extend another one by `allOf`, by the reference of the other one. */
function extensionsOf(document: Raw): ReadonlyMap<string, readonly Extension[]> {
  const known = kept.get(document);
  if (known) return known;
  const found = new Map<string, Extension[]>();
  for (const [name, given] of Object.entries(record(record(document.components).schemas))) {
    const schema = record(given);
    for (const part of list(schema.allOf)) {
      const { $ref } = record(part);
      if (typeof $ref !== "string") continue;
      const extension = { reference: referenceOf(name), hasTag: schema.discriminator !== undefined };
      found.set($ref, [...(found.get($ref) ?? []), extension]);
    }
  }
  kept.set(document, found);
  return found;
}

/** A mapping contains names or references of schemas. */
export function referenceOf(name: string): string {
  return name.includes("#")
    ? name
    : `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
