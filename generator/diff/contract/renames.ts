import { wordLikeness } from "../../../runtime/text/nearest.js";
import { change, type Change } from "../change.js";

interface Renamable {
  readonly required: boolean;
}

/**
 * The inputs that are called otherwise: the former name by the new one. An input is the same when it takes the same and
 * its names are alike; where two could be meant, none is.
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
  return change("argument-renamed", `was called ${was}, which is no longer taken`, { at, from: was });
}

/** Names are alike when most of their words are the same, or most of their letters. A place before the name must be the same. */
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
