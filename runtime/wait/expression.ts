import { compile, TreeInterpreter, type JSONValue } from "@jmespath-community/jmespath";

/** The value of a JMESPath expression; undefined if it cannot be applied to the answer. */
export function valueOf(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  try {
    return TreeInterpreter.search(compile(expression), scope as JSONValue) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whether an expression is true in JMESPath: false and empty values are not. */
export function holds(expression: string, scope: Readonly<Record<string, unknown>>): boolean {
  const value = valueOf(expression, scope);
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== false && value !== "";
}
