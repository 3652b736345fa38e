/** An object whose fields are not known. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object as JSON has them: no list, and no instance of a class. */
export function isRecord(value: unknown): value is Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** An object that is being filled. */
export type Making = Record<string, unknown>;

/** Sets a field. One with the name `__proto__` stays a field. */
export function put(record: Making, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(record, name, { value, enumerable: true, writable: true });
  else record[name] = value;
}
