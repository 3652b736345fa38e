/**
 * Text that is safe for a model: without control, invisible or direction-changing characters (Unicode categories Cc,
 * Cf, Co, Cs and the variation selectors), with runs of white space folded to one space.
 */
export function plain(text: string): string {
  return PLAIN.test(text) ? text : cleaned(text);
}

/** Most texts are ASCII with single spaces, which this finds in a tenth of the time. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

function cleaned(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/[\p{Cf}\p{Co}\p{Cs}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Cuts a text at the end of a sentence or word, to at most `most` characters. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const sentence = head.lastIndexOf(". ");
  if (sentence > most / 2) return head.slice(0, sentence + 1);
  return `${head.slice(0, Math.max(head.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}
