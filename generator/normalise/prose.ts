import { clipped, plain } from "../describe/plain.js";
import { text } from "./raw.js";

/** The document's own words on something, cleaned and cut; nothing where there are none or none are wanted. */
export function proseOf(value: unknown, most: number): string | undefined {
  const words = text(value);
  if (words === undefined || most === 0) return undefined;
  return text(clipped(plain(words.slice(0, LONGEST_READ).replaceAll(MARKUP, " ")), most));
}

/** HTML's comments and tags. Other things in angle brackets, such as `<id>`, are words. */
const MARKUP =
  /<!--.*?-->|<\/?(?:a|b|blockquote|br|code|dd|div|dl|dt|em|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?\/?>/gis;

/** Words beyond these are never shown, so they need not be cleaned. */
const LONGEST_READ = 5_000;

/** Whether nothing in it is hidden from a reader: no invisible or direction-changing characters, lone surrogates. */
export function isVisible(value: string): boolean {
  return !/[\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{E0100}-\u{E01EF}]/u.test(value);
}
