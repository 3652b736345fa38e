import { slips } from "../text/nearest.js";
import type { Entry } from "./entries.js";

const MOST_SHOWN = 5;
/** Comparing this many takes some milliseconds. */
const MOST_COMPARED = 1_000;
const MOST_CHARACTERS = 100;

/**
 * Up to five records with the most similar names, each with its id. Names that contain the given name come first.
 * @param kinds the kind of each by its value, if there are several kinds
 */
export function candidates(
  name: string,
  entries: readonly Entry[],
  show: (text: string) => string,
  kinds?: ReadonlyMap<string, string>,
): string {
  return [...new Map(entries.map((entry) => [entry.value, entry])).values()]
    .slice(0, MOST_COMPARED)
    .map((entry) => ({ entry, rank: rankOf(entry, name) }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_SHOWN)
    .map(({ entry }) => label(entry, show, kinds?.get(entry.value)))
    .join(", ");
}

/** The name of a record for a reader. */
export function nameOf({ value, names, number }: Entry, show: (text: string) => string): string {
  const name = names[0] ?? value;
  return number === undefined ? shortened(show(name)) : `#${number} ${shortened(show(name))}`;
}

/** A record with its other names, its kind and its id, if they differ. */
export function label(entry: Entry, show: (text: string) => string, kind?: string): string {
  const { value, names, owner } = entry;
  const others = names.slice(1).filter((name) => name !== value && name !== names[0]);
  const beside = others.length === 0 ? "" : ` / ${others.map((name) => shortened(show(name))).join(" / ")}`;
  const name = nameOf(entry, show);
  const id = [kind, name === value ? undefined : shortened(show(value))].filter((text) => text !== undefined);
  const own = [id.join(" "), owner === undefined ? "" : `of ${shortened(show(owner))}`].filter(
    (text) => text !== "",
  );
  return own.length === 0 ? value : `${name}${beside} (${own.join(", ")})`;
}

function rankOf({ value, names, number }: Entry, name: string): number {
  const own = [value, ...names, ...(number === undefined ? [] : [number])];
  const fewest = Math.min(...own.map((one) => slips(name, one)));
  return own.some((one) => comparable(one).includes(comparable(name))) ? fewest - MOST_CHARACTERS : fewest;
}

function comparable(text: string): string {
  return text.slice(0, MOST_CHARACTERS).toLowerCase();
}

function shortened(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
