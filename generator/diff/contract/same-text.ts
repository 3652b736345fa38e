import { record, type Raw } from "../../normalise/raw.js";

/** An operation as its document has it. */
export interface Source {
  readonly document: Raw;
  /** Parameters and servers that its path states for all methods. */
  readonly item: Raw;
  readonly raw: Raw;
}

/** What may be in the same text: a whole operation, or one part of it. */
export type Part = "operation" | "requestBody" | "responses";

/**
 * Finds operations that two documents describe in the same text, with all that the text refers to. Their parameters,
 * bodies and answers need no comparison. Of an operation that differs, often only one part does.
 */
export class SameText {
  readonly #changed = new WeakMap<Raw, WeakMap<Raw, ReadonlySet<string>>>();

  isSame(before: Source, after: Source, part: Part): boolean {
    const text = textOf(before, part);
    if (text !== textOf(after, part)) return false;
    if (before.document === after.document) return true;
    if (before.document.openapi !== after.document.openapi) return false;
    const changed = this.#changedBetween(before.document, after.document);
    return referencesIn(text).every((reference) => isComponent(reference) && !changed.has(reference));
  }

  #changedBetween(before: Raw, after: Raw): ReadonlySet<string> {
    const known = this.#changed.get(before) ?? new WeakMap<Raw, ReadonlySet<string>>();
    this.#changed.set(before, known);
    const found = known.get(after) ?? changedComponents(before, after);
    known.set(after, found);
    return found;
  }
}

/** Components that differ, or that refer to one that does. */
function changedComponents(before: Raw, after: Raw): Set<string> {
  const [was, is] = [componentsOf(before), componentsOf(after)];
  const changed = new Set([...was.keys(), ...is.keys()].filter((name) => was.get(name) !== is.get(name)));
  if (changed.size === 0) return changed;
  const referring = new Map<string, string[]>();
  for (const [name, text] of is) {
    // A discriminator may mean schemas that only refer to it.
    if (text.includes('"discriminator"')) changed.add(name);
    for (const reference of referencesIn(text)) {
      if (!isComponent(reference)) changed.add(name);
      referring.set(reference, [...(referring.get(reference) ?? []), name]);
    }
  }
  const waiting = [...changed];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of referring.get(next) ?? []) {
      if (changed.has(name)) continue;
      changed.add(name);
      waiting.push(name);
    }
  }
  return changed;
}

/** The text of each component, by its reference. */
function componentsOf(document: Raw): Map<string, string> {
  const kinds = Object.entries(record(document.components));
  return new Map(
    kinds.flatMap(([kind, all]) =>
      Object.entries(record(all)).map(([name, component]): [string, string] => [
        `#/components/${kind}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        JSON.stringify(component),
      ]),
    ),
  );
}

function textOf({ item, raw }: Source, part: Part): string {
  if (part !== "operation") return JSON.stringify(raw[part] ?? null);
  const { parameters, servers, $ref } = item;
  const { security: _, ...said } = raw;
  return JSON.stringify([parameters, servers, $ref, said]);
}

/** All that a text may refer to: whatever begins like a reference. */
function referencesIn(text: string): string[] {
  return [...text.matchAll(/"(#[^"]*)"/g)].map(([, reference]) => reference!);
}

/** Whether a reference leads to a whole component, and not into one or elsewhere. */
function isComponent(reference: string): boolean {
  return /^#\/components\/[^/]+\/[^/%]+$/.test(reference);
}
