import { literal } from "../literal.js";

/** A TypeScript type as text. The kind decides about parentheses and repetitions. */
export interface Type {
  readonly kind: Primitive | "unknown" | "union" | "intersection" | "array" | "tuple" | "other";
  readonly text: string;
}

type Primitive = "boolean" | "never" | "null" | "number" | "string";

export const BOOLEAN: Type = { kind: "boolean", text: "boolean" };
export const NEVER: Type = { kind: "never", text: "never" };
export const NULL: Type = { kind: "null", text: "null" };
export const NUMBER: Type = { kind: "number", text: "number" };
export const STRING: Type = { kind: "string", text: "string" };
export const UNKNOWN: Type = { kind: "unknown", text: "unknown" };
export const ANY_OBJECT = other("Record<string, unknown>");

const PRIMITIVES: ReadonlySet<Type["kind"]> = new Set<Primitive>([
  "boolean",
  "never",
  "null",
  "number",
  "string",
]);

export function isPrimitive({ kind }: Type): boolean {
  return PRIMITIVES.has(kind);
}

export function other(text: string): Type {
  return { kind: "other", text };
}

export function union(types: readonly Type[]): Type {
  return joined("union", types);
}

export function intersection(types: readonly Type[]): Type {
  return joined("intersection", types);
}

/** `A | null`, also where A has a null already. */
export function nullable(type: Type): Type {
  return { kind: "union", text: `${grouped(type)} | null` };
}

export function arrayOf(type: Type): Type {
  return { kind: "array", text: `${grouped(type)}[]` };
}

export function tuple(types: readonly Type[], indent: string): Type {
  const lines = types.map(({ text }) => `${indent}${STEP}${text}`);
  return { kind: "tuple", text: lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n${indent}]` };
}

/** An object type of members that are lines already. */
export function objectOf(members: string, indent: string): Type {
  return other(members === "" ? "{}" : `{\n${members}${indent}}`);
}

interface Member {
  readonly name: string;
  readonly type: Type;
  readonly indent: string;
  readonly optional?: boolean;
  readonly readonly?: boolean;
  /** Lines that end before the member. */
  readonly comment?: string;
}

/** A member of an object type, as lines. */
export function member({ name, type, indent, optional, readonly, comment = "" }: Member): string {
  const modifier = readonly === true ? "readonly " : "";
  return `${comment}${indent}${modifier}${nameText(name)}${optional === true ? "?" : ""}: ${type.text};\n`;
}

/** A value as the type that has only this value. */
export function literalType(value: unknown, indent: string): Type {
  if (value === null) return NULL;
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    if (items.length === 0) return arrayOf(NEVER);
    return tuple(
      items.map((item) => literalType(item, indent + STEP)),
      indent,
    );
  }
  if (typeof value !== "object") return other(typeof value === "string" ? literal(value) : String(value));
  const inner = indent + STEP;
  const members = Object.entries(value).map(([name, one]) =>
    member({ name, type: literalType(one, inner), indent: inner }),
  );
  return members.length === 0 ? other("Record<string, never>") : objectOf(members.join(""), indent);
}

/** The type at a path of keys: `components["schemas"]["Pet"]`. */
export function indexed(root: string, keys: readonly string[]): Type {
  return other(root + keys.map((key) => `[${literal(key)}]`).join(""));
}

/** A level of indentation. */
export const STEP = "    ";

function joined(kind: "union" | "intersection", types: readonly Type[]): Type {
  if (types.length < 2) return types[0] ?? NEVER;
  const seen = new Set<Type["kind"]>();
  const distinct = types.filter((type) => {
    if (seen.has(type.kind)) return false;
    if (isPrimitive(type)) seen.add(type.kind);
    return true;
  });
  return { kind, text: distinct.map(grouped).join(kind === "union" ? " | " : " & ") };
}

function grouped({ kind, text }: Type): string {
  return kind === "union" || kind === "intersection" ? `(${text})` : text;
}

function nameText(name: string): string {
  if (/^[A-Za-z_$][A-Za-z_$0-9]*$/.test(name) || isNumber(name)) return name;
  return literal(name);
}

function isNumber(name: string): boolean {
  const first = name.charCodeAt(0);
  return (
    (first <= 57 || name === "Infinity" || name === "NaN") && first !== 45 && String(Number(name)) === name
  );
}
