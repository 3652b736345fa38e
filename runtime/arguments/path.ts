const MOST_OF_A_KEY = 100;

/** Prints the path of a value in the arguments: `impacts[0].condition_id`, `labels["a b"]`. */
export function printPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "arguments";
  return path.map((key, index) => printKey(key, index === 0)).join("");
}

function printKey(key: PropertyKey, isFirst: boolean): string {
  if (typeof key === "number") return `[${key}]`;
  const name = shorten(String(key));
  // JSON quoting also escapes control characters and lone surrogates.
  if (isFirst) return /^[\w.\-[\]]+$/.test(name) ? name : JSON.stringify(name);
  return /^[\w-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function shorten(name: string): string {
  return name.length > MOST_OF_A_KEY ? `${name.slice(0, MOST_OF_A_KEY)}…` : name;
}
