import { endOfText } from "../values/count.js";

/** A string or a number in JSON text. */
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Numbers with this many digits, or this many in the exponent, may lose precision in `JSON.parse`. */
const SUSPECT = /\d{16}|[eE]\+?\d{3}/;

/**
 * Parses JSON text. Integers above 2^53, and numbers too large for a double, become text with all their digits.
 * @throws SyntaxError
 */
export function parseExact(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return hasLongNumber(text) && SUSPECT.test(text) ? JSON.parse(text.replace(TOKENS, kept)) : value;
}

function kept(token: string): string {
  if (token.startsWith('"')) return token;
  const number = Number(token);
  const isExact = /[.eE]/.test(token) ? Number.isFinite(number) : Number.isSafeInteger(number);
  return isExact ? token : `"${token}"`;
}

const [QUOTE, MINUS, DOT, ZERO, NINE, E] = [34, 45, 46, 48, 57, 101];
/** Shorter numbers without an exponent are exact. */
const FEWEST_CHARACTERS = 16;

/** Whether JSON has a long number outside its strings. Skipping strings takes a tenth of searching in them. */
function hasLongNumber(json: string): boolean {
  let run = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfText(json, at + 1);
    if ((code >= ZERO && code <= NINE) || code === DOT || code === MINUS) run += 1;
    else if (run > 0 && (code | 0x20) === E) return true;
    else run = 0;
    if (run >= FEWEST_CHARACTERS) return true;
  }
  return false;
}
