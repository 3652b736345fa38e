import { distance } from "fastest-levenshtein";

/** Text past this length is no slip of the pen any more, and comparing it takes time. */
const MOST_COMPARED = 100;

/** The name that was probably meant, or nothing where none is near. Case and separators don't count. */
export function suggestion(given: string, names: readonly string[]): string | undefined {
  const [nearest] = nearestFirst(given, names);
  if (nearest === undefined) return undefined;
  const isNear = slips(given, nearest) <= Math.max(2, Math.floor(nearest.length / 3));
  return isNear ? nearest : undefined;
}

/** Words that callers use for one another, whatever the API. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["name", "title", "display_name", "summary"],
  ["query", "q", "search", "name"],
  ["body", "text", "message", "content", "note"],
];

/** An argument that means the same as a given name, or nothing. */
export function synonym(given: string, names: readonly string[]): string | undefined {
  const words = SYNONYMS.filter((group) => group.includes(given.toLowerCase())).flat();
  return words.find((word) => word !== given && names.includes(word));
}

/** Names by how near they are to a given one; equally near ones keep their order. */
export function nearestFirst(given: string, names: readonly string[]): string[] {
  const ranked = names.map((name) => ({ name, slips: slips(given, name) }));
  return ranked.sort((one, other) => one.slips - other.slips).map(({ name }) => name);
}

function slips(given: string, name: string): number {
  return distance(bare(given), bare(name));
}

function bare(name: string): string {
  return name
    .slice(0, MOST_COMPARED)
    .toLowerCase()
    .replaceAll(/[\s_.-]/g, "");
}
