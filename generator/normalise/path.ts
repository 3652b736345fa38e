import type { NamelessInput } from "./parameters.js";

/** Whether a key of `paths` can be one; extensions stand among them. */
export function isPath(key: string): boolean {
  return !key.startsWith("x-");
}

/** @throws Error where no request could be sent to it */
export function requirePath(path: string): void {
  if (!path.startsWith("/")) throw new Error("Its path does not begin with a slash.");
  if (path.split("/").some((segment) => segment === "." || segment === "..")) {
    throw new Error("Its path leads elsewhere.");
  }
}

/**
 * The inputs without those that the path has no place for.
 * @throws Error where it has a place that no input fills
 */
export function fittingPath(path: string, inputs: readonly NamelessInput[]): NamelessInput[] {
  const names = namesIn(path);
  const declared = new Set(inputs.filter((input) => input.in === "path").map((input) => input.wire));
  const missing = [...names].filter((name) => !declared.has(name));
  if (missing.length > 0)
    throw new Error(`Its path names ${missing.join(", ")}, which no parameter declares.`);
  return inputs.filter((input) => input.in !== "path" || names.has(input.wire));
}

/** Documents tell operations of one path apart by fragments, which are never sent. */
function namesIn(path: string): Set<string> {
  return new Set([...path.replace(/#.*$/s, "").matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]!));
}
