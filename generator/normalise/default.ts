import { isVisible } from "./prose.js";

/** What the API takes when nothing is given, where it is short enough to be told. */
export function defaultOf(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  const json = JSON.stringify(value);
  return json.length <= LONGEST && isVisible(json) ? value : undefined;
}

const LONGEST = 100;
