/** An object with unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object as in JSON: not a list, and not an instance of a class. */
export function isRecord(value: unknown): value is Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** An object under construction. */
export type Making = Record<string, unknown>;

/** Sets a field. One with the name `__proto__` stays a normal field. */
export function put(record: Making, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(record, name, { value, enumerable: true, writable: true });
  else record[name] = value;
}
