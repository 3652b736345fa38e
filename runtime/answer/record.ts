/** A record that is being made. */
export type Making = Record<string, unknown>;

/** Puts a field into a record. One that is called `__proto__` stays a field. */
export function put(record: Making, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(record, name, { value, enumerable: true, writable: true });
  else record[name] = value;
}

/** Whether a value is an object and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
