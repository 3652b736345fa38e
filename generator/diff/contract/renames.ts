import { wordLikeness } from "../../../runtime/text/nearest.js";
import { change, type Change } from "../change.js";

interface Renamable {
  readonly required: boolean;
}

/**
 * Inputs that were renamed: the former name by the new name. An input counts as renamed if it takes the same values and
 * its names are similar. If several inputs fit, none counts.
 */
export function renames<T extends Renamable>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  isSame: (one: T, other: T) => boolean,
): Map<string, string> {
  const lost = [...before].filter(([name]) => !after.has(name));
  const won = [...after].filter(([name]) => !before.has(name));
  const candidates = lost.flatMap(([name, one]) =>
    won
      .filter(([other, now]) => areAlike(name, other) && (one.required || !now.required) && isSame(one, now))
      .map(([other]) => [other, name] as const),
  );
  const isOnly = (side: 0 | 1, name: string) => candidates.filter((pair) => pair[side] === name).length === 1;
  return new Map(candidates.filter(([now, was]) => isOnly(0, now) && isOnly(1, was)));
}

export function renamedInput(from: string, at: string): Change {
  const was = from.replace(/^\./, "");
  return change("argument-renamed", `was called ${was}, which is no longer accepted`, { at, from: was });
}

/** Names are similar if they share most words or most letters. The place before the name must be equal. */
function areAlike(one: string, other: string): boolean {
  const [[place, name], [otherPlace, otherName]] = [split(one), split(other)];
  if (place !== otherPlace) return false;
  const [words, others] = [wordsOf(name), wordsOf(otherName)];
  const common = words.filter((word) => others.includes(word)).length;
  if (common * 2 >= Math.max(words.length, others.length)) return true;
  return wordLikeness(name, otherName) >= LEAST_LIKENESS;
}

const LEAST_LIKENESS = 0.65;

function split(name: string): [place: string, name: string] {
  const at = name.indexOf(" ");
  return [name.slice(0, Math.max(0, at)), name.slice(at + 1)];
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
