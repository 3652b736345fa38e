/** Any JSON object. */
export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The parts of a list such as "a, b" in a query or a body. */
export function splitAtCommas(text: string): string[] {
  return text.split(",").map((part) => part.trim());
}
