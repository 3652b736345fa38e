/** Whether a text matches a parsed pattern. */
export type Glob = (text: string) => boolean;

export const MOST_STARS = 8;

/**
 * Parses a pattern in which `*` means any number of any characters. Undefined if it has too many stars, because
 * each star is tried on every name.
 */
export function compileGlob(pattern: string): Glob | undefined {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length > MOST_STARS) return undefined;
  const last = rest.pop();
  if (last === undefined) return (text) => text === pattern;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let from = first.length;
    // The first place of each piece is enough: if any places fit, these do.
    for (const piece of rest) {
      const at = text.indexOf(piece, from);
      if (at < 0) return false;
      from = at + piece.length;
    }
    return text.length - last.length >= from && text.endsWith(last);
  };
}
