const MOST_OF_A_KEY = 100;

/** Prints where a value stands in the arguments: `impacts[0].condition_id`, `labels["a b"]`. */
export function printPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "arguments";
  return path.map((key, index) => printKey(key, index === 0)).join("");
}

function printKey(key: PropertyKey, isFirst: boolean): string {
  if (typeof key === "number") return `[${key}]`;
  const name = shorten(String(key));
  // Quoting as JSON also keeps control characters and lone surrogates out of what is read.
  if (isFirst) return /^[\w.\-[\]]+$/.test(name) ? name : JSON.stringify(name);
  return /^[\w-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function shorten(name: string): string {
  return name.length > MOST_OF_A_KEY ? `${name.slice(0, MOST_OF_A_KEY)}…` : name;
}
