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
  return SUSPECT.test(text) ? JSON.parse(text.replace(TOKENS, kept)) : value;
}

function kept(token: string): string {
  if (token.startsWith('"')) return token;
  const number = Number(token);
  const isExact = /[.eE]/.test(token) ? Number.isFinite(number) : Number.isSafeInteger(number);
  return isExact ? token : `"${token}"`;
}
