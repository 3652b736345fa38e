import ret, { type Group, type Root, type Set as CharacterSet, type Token } from "ret";
import type { Random } from "../store/random.js";

// The package is CommonJS and exports this function itself, whatever its types say.
const tokenize = ret as unknown as typeof ret.tokenizer;
const { types } = ret;

interface PatternOptions {
  readonly least: number;
  readonly most: number;
  readonly random: Random;
}

/** How often a part that may repeat without end is repeated: tried in turn until the length is right. */
const REPEATS = [1, 3, 8, 16, 32, 64];

/**
 * A text that matches a regular expression. Undefined if the expression uses unsupported syntax, such as look-ahead.
 */
export function textOfPattern(pattern: string, { least, most, random }: PatternOptions): string | undefined {
  try {
    const root = tokenize(pattern);
    for (const repeats of REPEATS) {
      const text = write(root, { repeats, random });
      if (text.length >= least && text.length <= most) return text;
    }
    return undefined;
  } catch {
    return undefined;
  }
}

interface Writing {
  readonly repeats: number;
  readonly random: Random;
}

function write(token: Root | Token, writing: Writing): string {
  switch (token.type) {
    case types.ROOT:
    case types.GROUP:
      return writeGroup(token, writing);
    case types.POSITION:
      return "";
    case types.CHAR:
      return String.fromCharCode(token.value);
    case types.SET:
      return character(token, writing.random);
    case types.REPETITION: {
      const count = Math.min(Math.max(token.min, Math.min(token.max, writing.repeats)), 1_000);
      return Array.from({ length: count }, () => write(token.value, writing)).join("");
    }
    case types.REFERENCE:
      throw new Error("No sample: the pattern refers back to a group.");
  }
}

function writeGroup(group: Root | Group, writing: Writing): string {
  const looksAround =
    group.type === types.GROUP && (group.followedBy ?? group.notFollowedBy ?? group.lookBehind) === true;
  if (looksAround) throw new Error("No sample: the pattern looks around.");
  const parts = group.options ? writing.random.pick(group.options) : (group.stack ?? []);
  return parts.map((part) => write(part, writing)).join("");
}

/** Characters that are tried for a set, the most readable first. */
const READABLE = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_ ./:@#";

function character(set: CharacterSet, random: Random): string {
  const fitting = [...READABLE].filter((one) => isIn(one.charCodeAt(0), set));
  if (fitting.length > 0) return random.pick(fitting);
  const [first] = set.set;
  if (set.not || first === undefined)
    throw new Error("No sample: a set of the pattern has no readable character.");
  return first.type === types.RANGE ? String.fromCharCode(first.from) : write(first, { repeats: 1, random });
}

function isIn(code: number, { set, not }: CharacterSet): boolean {
  const isThere = set.some((part) => {
    if (part.type === types.RANGE) return code >= part.from && code <= part.to;
    return part.type === types.CHAR ? part.value === code : isIn(code, part);
  });
  return isThere !== not;
}
