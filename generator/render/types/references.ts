import type { Raw } from "../../normalise/raw.js";

/** The keys of a `#/…` reference; empty for another one. */
export function pointerKeys(reference: string): string[] {
  const [, pointer = ""] = reference.split("#/");
  return pointer
    .split("/")
    .map((key) => decoded(key.replaceAll("~1", "/").replaceAll("~0", "~")))
    .filter((key) => key !== "");
}

const known = new WeakMap<Raw, Map<string, Raw>>();

/** The object that a reference leads to, over others; empty if it points to nothing. Each is looked for once. */
export function resolved(document: Raw, reference: string): Raw {
  const targets = known.get(document) ?? new Map<string, Raw>();
  const found = targets.get(reference) ?? targetOf(document, reference);
  known.set(document, targets.set(reference, found));
  return found;
}

function targetOf(document: Raw, reference: string): Raw {
  const visited = new Set<string>();
  let at = reference;
  while (!visited.has(at)) {
    visited.add(at);
    const node = pointerKeys(at).reduce<unknown>(memberOf, document);
    if (typeof node !== "object" || node === null || node === document) return {};
    const { $ref } = node as Raw;
    if (typeof $ref !== "string") return node as Raw;
    at = $ref;
  }
  return {};
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Raw)[key]
    : undefined;
}

function decoded(key: string): string {
  if (!key.includes("%")) return key;
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
