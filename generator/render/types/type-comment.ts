import type { Raw } from "../../normalise/raw.js";

/** What TypeScript cannot say about a member, as comment lines; empty without such facts. */
export function commentOn(node: unknown, indent: string): string {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return "";
  const notes = notesOf(node as Raw);
  if (notes.length === 0) return "";
  const [first = ""] = notes;
  const text =
    notes.length === 1 && !first.includes("\n") ? `* ${first} ` : `*\n * ${notes.join("\n * ")}\n `;
  const [start = "", ...others] = text.replaceAll("*/", "*\\/").split(/\r\n|[\n\r\u2028\u2029]/);
  return `${indent}/*${[start, ...others.map((line) => indent + line.replace(/(?<=\S)\s+$/, ""))].join("\n")}*/\n`;
}

function notesOf(node: Raw): string[] {
  const notes: string[] = [];
  for (const name of ["title", "summary"]) if (node[name]) notes.push(broken(node[name]));
  if (node.format) notes.push(`Format: ${String(node.format)}`);
  if (node.deprecated) notes.push("@deprecated");
  for (const name of ["description", "default", "example"])
    if (node[name] !== undefined && !(name === "description" && node[name] === ""))
      notes.push(`@${name} ${broken(node[name])}`);
  if (Array.isArray(node.examples))
    for (const example of node.examples as unknown[]) notes.push(`@example ${broken(example)}`);
  if ("const" in node) notes.push("@constant");
  if (node.enum) notes.push(`@enum {${typeName(node.type)}${node.nullable ? "|null" : ""}}`);
  return notes;
}

function typeName(type: unknown): string {
  if (Array.isArray(type)) return type.join("|");
  return typeof type === "string" ? type : "unknown";
}

/** A value as text whose further lines are indented. */
function broken(value: unknown): string {
  const text = typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
  return text.trim().replaceAll(/\r?\n/g, "\n *     ");
}
