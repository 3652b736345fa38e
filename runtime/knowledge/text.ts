import { isRecord } from "../values/record.js";

/**
 * A value as readable lines: `name: value`, lists with dashes, nested values indented. Empty values are left out. A
 * text with line breaks is quoted, so that no record can write a line that looks like another field.
 */
export function textOf(value: unknown): string {
  return linesOf(value).join("\n");
}

function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter(saysSomething).flatMap(itemLines);
  if (isRecord(value))
    return Object.entries(value)
      .filter(([, held]) => saysSomething(held))
      .flatMap(fieldLines);
  return [plainText(value)];
}

function itemLines(item: unknown): string[] {
  const [first = "", ...rest] = linesOf(item);
  return [`- ${first}`, ...rest.map(indented)];
}

function fieldLines([name, held]: [string, unknown]): string[] {
  const label = /^[\w .?-]+$/.test(name) ? name : JSON.stringify(name);
  if (typeof held !== "object") return [`${label}: ${plainText(held)}`];
  const lines = linesOf(held);
  return [`${label}:`, ...(Array.isArray(held) ? lines : lines.map(indented))];
}

function plainText(value: unknown): string {
  const text = String(value);
  return /[\r\n\u2028\u2029]/.test(text) ? JSON.stringify(text) : text;
}

function indented(line: string): string {
  return `  ${line}`;
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return false;
  return typeof value !== "object" || Object.values(value).some(saysSomething);
}
