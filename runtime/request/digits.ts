import { isRecord } from "../values/record.js";

/** Keys from the root of a value; `[]` is any item of a list and `*` any other key. */
type Keys = readonly string[];

/** A value as JSON, in which texts of digits at one of the places become numbers with all their digits. */
export function jsonWithDigits(value: unknown, places: readonly Keys[]): string {
  if (places.length === 0) return JSON.stringify(value);
  if (typeof value === "string" && places.some(({ length }) => length === 0) && /^-?\d+$/.test(value))
    return asNumber(value);
  if (Array.isArray(value)) {
    const inside = below(places, "[]");
    return `[${value.map((item) => jsonWithDigits(item ?? null, inside)).join(",")}]`;
  }
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const known = new Set(places.map(([key]) => key));
  return `{${members
    .map(([key, member]) => {
      const inside = below(places, known.has(key) ? key : "*");
      return `${JSON.stringify(key)}:${jsonWithDigits(member, inside)}`;
    })
    .join(",")}}`;
}

function below(places: readonly Keys[], key: string): Keys[] {
  return places.filter(([first]) => first === key).map((place) => place.slice(1));
}

/** JSON numbers have no leading zeros. */
function asNumber(digits: string): string {
  return digits.replace(/^(-?)0+(?=\d)/, "$1");
}
