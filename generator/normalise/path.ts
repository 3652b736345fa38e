import type { NamelessInput } from "./parameters.js";

/** Whether a key of `paths` is a path. Extensions are there too. */
export function isPath(key: string): boolean {
  return !key.startsWith("x-");
}

/** @throws Error if no request could be sent to the path */
export function requirePath(path: string): void {
  if (!path.startsWith("/")) throw new Error("Its path does not begin with a slash.");
  if (path.split("/").some((segment) => segment === "." || segment === "..")) {
    throw new Error("Its path points to another server.");
  }
}

/**
 * The inputs without path parameters that the path does not contain.
 * @throws Error if the path has a place without an input
 */
export function fittingPath(path: string, inputs: readonly NamelessInput[]): NamelessInput[] {
  const names = namesIn(path);
  const declared = new Set(inputs.filter((input) => input.in === "path").map((input) => input.wire));
  const missing = [...names].filter((name) => !declared.has(name));
  if (missing.length > 0)
    throw new Error(`Its path contains ${missing.join(", ")}, but no parameter declares it.`);
  return inputs.filter((input) => input.in !== "path" || names.has(input.wire));
}

/** Documents use fragments to distinguish operations of the same path. They are never sent. */
function namesIn(path: string): Set<string> {
  return new Set([...path.replace(/#.*$/s, "").matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]!));
}
