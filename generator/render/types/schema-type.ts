import { list, record, type Raw } from "../../normalise/raw.js";
import { tagOf, type Discriminators } from "./discriminators.js";
import { fileType, referenceType } from "./named-types.js";
import { resolved } from "./references.js";
import { commentOn } from "./type-comment.js";
import {
  ANY_OBJECT,
  arrayOf,
  BOOLEAN,
  intersection,
  isPrimitive,
  literalType,
  member,
  NEVER,
  NULL,
  nullable,
  NUMBER,
  objectOf,
  other,
  STEP,
  STRING,
  tuple,
  union,
  UNKNOWN,
  type Type,
} from "./type-text.js";

/** What the types of one document share. */
export interface TypeContext {
  readonly document: Raw;
  readonly discriminators: Discriminators;
  /** Called when a type needs a helper at the end of the file. */
  readonly need: (helper: "WithRequired") => void;
}

/** Where a schema is. */
export interface Spot {
  /** Its JSON pointer, without the steps `properties`, `allOf` and `items`. */
  readonly path: string;
  /** The media type of the body that it is in. */
  readonly media: string | undefined;
  /** The indentation of the line on which its type begins. */
  readonly indent: string;
}

/** The type of a schema. @throws Error if a reference is not a JSON pointer */
export function schemaType(given: unknown, spot: Spot, context: TypeContext): Type {
  if (given === false || given === undefined || given === null) return NEVER;
  if (given === true) return UNKNOWN;
  const schema = context.discriminators.patched(record(given));
  if ("$ref" in schema) return referenceType(String(schema.$ref));
  if (schema.const !== null && schema.const !== undefined) return literalType(schema.const, spot.indent);
  if (isEnum(schema)) return enumType(schema, spot.indent);
  return composed(schema, spot, context);
}

function isEnum(schema: Raw): boolean {
  if (!Array.isArray(schema.enum) || schema.type === "object") return false;
  return !("properties" in schema) && !("additionalProperties" in schema);
}

function enumType(schema: Raw, indent: string): Type {
  const values = list(schema.enum).map((value) => literalType(value, indent));
  const takesNull = list(schema.type).includes("null") || Boolean(schema.nullable);
  return union(takesNull ? [...values, NULL] : values);
}

/** A schema's own type together with those of `allOf`, `anyOf` and `oneOf`. */
function composed(schema: Raw, spot: Spot, context: TypeContext): Type {
  const own = ownType(schema, spot, context);
  const all = list(schema.allOf).map((part) => partType(record(part), schema, spot, context));
  let found = own;
  if (all.length > 0) found = intersection([...present(own), intersection(all)]);
  const any = alternatives(list(schema.anyOf), "anyOf", spot, context);
  if (any.length > 0) found = union([...present(found), ...any]);
  const asOne = schema.oneOf ?? (schema.type === "object" ? schema.enum : undefined);
  const one = alternatives(list(asOne), "oneOf", spot, context);
  if (one.length > 0)
    found = one.every(isPrimitive)
      ? union([...present(found), ...one])
      : intersection([...present(found), union(one)]);
  found ??= "type" in schema ? ANY_OBJECT : UNKNOWN;
  return schema.nullable && found !== UNKNOWN ? nullable(found) : found;
}

function present(type: Type | undefined): readonly Type[] {
  return type === undefined ? [] : [type];
}

function alternatives(
  schemas: readonly unknown[],
  key: "anyOf" | "oneOf",
  spot: Spot,
  context: TypeContext,
): Type[] {
  return schemas.map((one, at) => schemaType(one, { ...spot, path: `${spot.path}/${key}/${at}` }, context));
}

/** A part of `allOf`. What the whole requires, the part requires too. */
function partType(part: Raw, whole: Raw, spot: Spot, context: TypeContext): Type {
  const required = list(whole.required) as readonly string[];
  const { $ref } = part;
  if (typeof $ref !== "string") {
    const all = [...required, ...(list(part.required) as readonly string[])];
    const type = schemaType({ ...part, required: all }, spot, context);
    return without(record(part.discriminator).propertyName, type);
  }
  const type = schemaType(part, spot, context);
  const { discriminators } = context;
  const { properties } = discriminators.patched(resolved(context.document, $ref));
  const added = discriminators.isHandled($ref)
    ? []
    : required.filter((name) => Boolean(record(properties)[name]));
  const discriminator = discriminators.at($ref) ?? record(part.discriminator);
  return without(discriminator.propertyName, withRequired(type, added, context));
}

function without(name: unknown, type: Type): Type {
  return name === undefined ? type : other(`Omit<${type.text}, ${literalType(name, "").text}>`);
}

function withRequired(type: Type, names: readonly string[], context: TypeContext): Type {
  if (names.length === 0) return type;
  context.need("WithRequired");
  return other(`WithRequired<${type.text}, ${union(names.map((name) => literalType(name, ""))).text}>`);
}

/** The type by `type` and the members of objects; undefined where the schema has neither. */
function ownType(schema: Raw, spot: Spot, context: TypeContext): Type | undefined {
  const { type } = schema;
  if (!type) return objectType(schema, spot, context);
  const file = fileType(schema, spot.media);
  if (file) return file;
  if (type === "array") return listType(schema, spot, context);
  if (Array.isArray(type)) return union(typesOf(schema, type as readonly unknown[], spot, context));
  return SIMPLE[String(type)] ?? objectType(schema, spot, context);
}

const SIMPLE: Readonly<Partial<Record<string, Type>>> = {
  null: NULL,
  string: STRING,
  number: NUMBER,
  integer: NUMBER,
  boolean: BOOLEAN,
};

/** Each of several types of a schema. One that `oneOf` has is left to that. */
function typesOf(schema: Raw, types: readonly unknown[], spot: Spot, context: TypeContext): Type[] {
  const { oneOf } = schema;
  const isChoice = Array.isArray(oneOf);
  return types.flatMap((type) => {
    const isTaken = isChoice && type !== "array" && type !== "object" && hasType(oneOf, type);
    if (isTaken) return [];
    if (type === "null" || type === null) return [NULL];
    return [schemaType({ ...schema, type, ...(isChoice ? { oneOf: undefined } : {}) }, spot, context)];
  });
}

function hasType(schemas: readonly unknown[], type: unknown): boolean {
  return schemas.some((one) => record(one).type === type);
}

function listType(schema: Raw, spot: Spot, context: TypeContext): Type {
  const { items } = schema;
  const fixed = schema.prefixItems ?? (Array.isArray(items) ? items : undefined);
  if (fixed !== undefined) {
    const inner = { ...spot, indent: spot.indent + STEP };
    return tuple(
      list(fixed).map((item) => schemaType(item, inner, context)),
      spot.indent,
    );
  }
  if (!items) return arrayOf(UNKNOWN);
  const item = schemaType(items, spot, context);
  if (record(items).type === "array") return arrayOf(item);
  return item.kind === "array" || item.kind === "tuple" ? item : arrayOf(item);
}

function objectType(schema: Raw, spot: Spot, context: TypeContext): Type | undefined {
  const inner = spot.indent + STEP;
  const members = [
    tagMember(schema, spot, context),
    propertyMembers(schema, spot, context),
    definitionMembers(schema, spot, context),
  ].join("");
  const own = members === "" ? [] : [objectOf(members, spot.indent)];
  const rest = restTypes(schema, { ...spot, indent: inner }, context);
  if (rest.length === 0) return own[0];
  return intersection([...own, objectOf(`${inner}[key: string]: ${union(rest).text};\n`, spot.indent)]);
}

/** The property that names which of several schemas this one is. */
function tagMember(schema: Raw, { path, indent }: Spot, { discriminators }: TypeContext): string {
  if ((!schema.allOf && !schema.anyOf) || schema.discriminator || discriminators.isHandled(path)) return "";
  const found = discriminators.at(path);
  if (!found) return "";
  const inner = indent + STEP;
  return member({ name: found.propertyName, type: literalType(tagOf(found, path), inner), indent: inner });
}

function propertyMembers(schema: Raw, spot: Spot, context: TypeContext): string {
  const indent = spot.indent + STEP;
  const required = new Set(list(schema.required));
  let members = "";
  for (const [name, given] of Object.entries(record(schema.properties))) {
    const property = record(given);
    const place = { ...spot, indent, path: `${spot.path}/${escapedKey(name)}` };
    members += member({
      name,
      type: fileType(property, spot.media) ?? schemaType(given, place, context),
      indent,
      optional: !required.has(name),
      readonly: Boolean(property.readOnly),
      comment: commentOn(given, indent),
    });
  }
  return members;
}

function definitionMembers(schema: Raw, spot: Spot, context: TypeContext): string {
  const definitions = Object.entries(record(schema.$defs));
  if (definitions.length === 0) return "";
  const indent = spot.indent + STEP;
  const inner = indent + STEP;
  const members = definitions.map(([name, given]) => {
    const place = { ...spot, indent: inner, path: `${spot.path}/$defs/${escapedKey(name)}` };
    const type = schemaType(given, place, context);
    const readonly = Boolean(record(given).readOnly);
    return member({ name, type, indent: inner, readonly, comment: commentOn(given, inner) });
  });
  return member({ name: "$defs", type: objectOf(members.join(""), indent), indent });
}

/** The types of properties that have no name in the schema. */
function restTypes(schema: Raw, spot: Spot, context: TypeContext): Type[] {
  const { additionalProperties: rest } = schema;
  const isOpen = rest === true || (typeof rest === "object" && Object.keys(record(rest)).length === 0);
  const patterns = Object.values(record(schema.patternProperties));
  return [
    ...(isOpen ? [UNKNOWN] : typeof rest === "object" ? [schemaType(rest, spot, context)] : []),
    ...patterns.map((one) => schemaType(one, spot, context)),
  ];
}

function escapedKey(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
