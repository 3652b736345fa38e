import { distance } from "fastest-levenshtein";

/** Only the start of a name is compared, because comparing long texts is slow, and a long text is not a typo. */
const MOST_COMPARED = 100;

/** The name that was probably meant; undefined if none is near. Case and separators are ignored. */
export function suggestion(given: string, names: readonly string[]): string | undefined {
  const [nearest] = nearestFirst(given, names);
  if (nearest === undefined) return undefined;
  const isNear = slips(given, nearest) <= Math.max(2, Math.floor(nearest.length / 3));
  return isNear ? nearest : undefined;
}

/** Words that callers confuse, in any API. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["name", "title", "display_name", "summary"],
  ["query", "q", "search", "name"],
  ["body", "text", "message", "content", "note"],
];

/** An argument with the same meaning as a given name, or undefined. */
export function synonym(given: string, names: readonly string[]): string | undefined {
  const words = SYNONYMS.filter((group) => group.includes(given.toLowerCase())).flat();
  return words.find((word) => word !== given && names.includes(word));
}

/** Names, nearest to the given one first. Equally near ones keep their order. */
export function nearestFirst(given: string, names: readonly string[]): string[] {
  const ranked = names.map((name) => ({ name, slips: slips(given, name) }));
  return ranked.sort((one, other) => one.slips - other.slips).map(({ name }) => name);
}

/** How many letters must change to make the names equal. Case and separators are ignored. */
export function slips(given: string, name: string): number {
  return distance(bare(given), bare(name));
}

/** How similar two words are: 1 if they are equal, less the more letters differ. Case and separators count. */
export function wordLikeness(one: string, other: string): number {
  return 1 - distance(one, other) / Math.max(1, one.length, other.length);
}

function bare(name: string): string {
  return name
    .slice(0, MOST_COMPARED)
    .toLowerCase()
    .replaceAll(/[\s_.-]/g, "");
}
