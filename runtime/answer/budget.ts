/**
 * Estimates the tokens (o200k) of a text from its characters, slightly too high rather than too low. Letters, digits
 * and signs count by runs, other scripts by character.
 * @param enough counting stops there; the result is then larger than this
 */
export function estimateTokens(text: string, enough = Infinity): number {
  let tokens = 0;
  let run = 0;
  let kind = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const next = code < 128 ? KINDS[code]! : WIDE;
    const continues = next === kind || (kind === UPPER && next === LOWER && run === 1);
    if (!continues) {
      tokens += costOfRun(kind, run);
      if (tokens > enough) break;
      run = 0;
    }
    if (next === WIDE) tokens += costOfWide(code);
    kind = next;
    run += 1;
  }
  return Math.ceil((tokens + costOfRun(kind, run)) * MARGIN);
}

/**
 * The largest number of items, from the first on, whose cost is within the budget.
 * @param cost of the first `count` items; it grows with count
 */
export function largestWithin(most: number, budget: number, cost: (count: number) => number): number {
  let fits = { count: 0, cost: 0 };
  let tooMany = { count: most, cost: cost(most) };
  if (tooMany.cost <= budget) return most;
  // Items mostly have similar costs, so the first guess assumes that. Otherwise a binary search finds the number.
  for (let guesses = true; tooMany.count - fits.count > 1; guesses = !guesses) {
    const share = guesses ? (budget - fits.cost) / (tooMany.cost - fits.cost) : 0.5;
    const count = between(fits.count, tooMany.count, share);
    const tried = { count, cost: cost(count) };
    if (tried.cost <= budget) fits = tried;
    else tooMany = tried;
  }
  return fits.count;
}

/** A whole number between two others, at a share of the distance. */
function between(low: number, high: number, share: number): number {
  return Math.min(Math.max(low + Math.floor((high - low) * share), low + 1), high - 1);
}

/** Random letters, as in keys and hashes, need more tokens than words. */
const MARGIN = 1.15;

const SIGN = 0;
const SPACE = 1;
const LOWER = 2;
const UPPER = 3;
const DIGIT = 4;
const MARK = 5;
const WIDE = 6;

const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return LOWER;
  if (/[A-Z]/.test(character)) return UPPER;
  if (/\d/.test(character)) return DIGIT;
  if (/["{}[\]:,]/.test(character)) return MARK;
  return /\s/.test(character) ? SPACE : SIGN;
});

function costOfRun(kind: number, run: number): number {
  switch (kind) {
    case SPACE:
      // A single space is part of the word after it.
      return run > 1 ? 1 : run / 4;
    case LOWER:
      return Math.ceil(run / 5);
    case UPPER:
      return Math.ceil(run / 2);
    case DIGIT:
      return Math.ceil(run / 3);
    case MARK:
      // Punctuation between JSON values, such as `","`, is mostly one token.
      return Math.ceil(run / 3);
    case SIGN:
      return Math.ceil(run / 2);
    default:
      return 0;
  }
}

/** By script: alphabets with whole words in the vocabulary, then ideographs, then halves of emoji, then others. */
function costOfWide(code: number): number {
  if (code < 0x0780 || (code >= 0x0900 && code < 0x0e80)) return 0.75;
  if (code >= 0x2000 && code < 0xac00) return 1;
  if (code >= 0xac00 && code < 0xd7b0) return 1;
  if (code >= 0xd800 && code < 0xe000) return 1.25;
  return 2;
}
