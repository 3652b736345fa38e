// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** What a reference leads to. */
export function follow(document: Json, value: Json): Json {
  let at = value;
  for (let hops = 0; typeof at?.$ref === "string" && hops < 30; hops++) {
    if (!at.$ref.startsWith("#/")) return undefined;
    at = at.$ref
      .slice(2)
      .split("/")
      .reduce((inner: Json, step: string) => {
        const name = decode(step).replaceAll("~1", "/").replaceAll("~0", "~");
        return inner?.[name];
      }, document);
  }
  return at;
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

export function same(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
