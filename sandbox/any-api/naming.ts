/** A name without what naming styles differ in: `petId`, `pet_id` and `pet-id` are the same. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** `categories` → `category`, `boxes` → `box`, `pets` → `pet`. */
export function singular(name: string): string {
  if (/ies$/i.test(name)) return name.replace(/ies$/i, "y");
  if (/(x|ch|sh|ss)es$/i.test(name)) return name.slice(0, -2);
  return /[^s]s$/i.test(name) ? name.slice(0, -1) : name;
}

/** Fields that commonly hold the key of an item, the best first. */
const KEYS = ["id", "uuid", "gid", "sid", "key", "slug", "name", "login", "number", "code", "token"];

/**
 * The field that holds what a path's parameter names: `petId` of a pet is its `petId`, else its `id`.
 * @param kind what an item is called, in the singular
 */
export function keyField(parameter: string, kind: string, fields: readonly string[]): string | undefined {
  const byPlain = (wanted: string) => fields.find((field) => plainName(field) === wanted);
  const [given, what] = [plainName(parameter), plainName(kind)];
  const short = given.startsWith(what) ? given.slice(what.length) : given;
  // A field that is named for the item itself, such as `account` of an account, says less than `id`.
  const own = given === what ? undefined : byPlain(given);
  const known = KEYS.map((key) => byPlain(key) ?? byPlain(what + key)).find(Boolean);
  return own ?? (short === "" ? undefined : byPlain(short)) ?? known;
}
