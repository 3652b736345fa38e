/**
 * Tokens of a text, estimated from its characters alone and rather too high than too low (o200k is what it is held
 * against): letters, digits and signs count by the run, other scripts by the character.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let run = 0;
  let kind = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const next = code < 128 ? KINDS[code]! : WIDE;
    const continues = next === kind || (kind === UPPER && next === LOWER && run === 1);
    if (!continues) {
      tokens += costOfRun(kind, run);
      run = 0;
    }
    if (next === WIDE) tokens += costOfWide(code);
    kind = next;
    run += 1;
  }
  return Math.ceil((tokens + costOfRun(kind, run)) * MARGIN);
}

/**
 * The largest number of things, from the first on, whose cost is within the budget.
 * @param cost of the first `count` things; it grows with count
 */
export function largestWithin(most: number, budget: number, cost: (count: number) => number): number {
  if (cost(most) <= budget) return most;
  let fits = 0;
  let tooMany = most;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (cost(middle) <= budget) fits = middle;
    else tooMany = middle;
  }
  return fits;
}

/** Random letters, as in keys and hashes, make more tokens than words do. */
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
      // What stands between the values of JSON, such as `","`, is mostly one token.
      return Math.ceil(run / 3);
    case SIGN:
      return Math.ceil(run / 2);
    default:
      return 0;
  }
}

/** By script: alphabets with whole words in the vocabulary, then ideographs, then halves of emoji, then the rest. */
function costOfWide(code: number): number {
  if (code < 0x0780 || (code >= 0x0900 && code < 0x0e80)) return 0.75;
  if (code >= 0x2000 && code < 0xac00) return 1;
  if (code >= 0xac00 && code < 0xd7b0) return 1;
  if (code >= 0xd800 && code < 0xe000) return 1.25;
  return 2;
}
