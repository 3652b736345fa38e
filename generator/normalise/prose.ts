import { clipped, plain } from "../describe/plain.js";
import { text } from "./raw.js";

/** The document's text for something, cleaned and cut; empty if there is none or none is wanted. */
export function proseOf(value: unknown, most: number): string | undefined {
  const words = text(value);
  if (words === undefined || most === 0) return undefined;
  return text(clipped(plain(words.slice(0, LONGEST_READ).replaceAll(MARKUP, " ")), most));
}

/** HTML comments and tags. Other things in angle brackets, such as `<id>`, are text. */
const MARKUP =
  /<!--.*?-->|<\/?(?:a|b|blockquote|br|code|dd|div|dl|dt|em|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?\/?>/gis;

/** Text after this point is never shown, so it is not cleaned. */
const LONGEST_READ = 5_000;

/** Whether a text hides nothing from a reader: no invisible or direction-changing characters, no lone surrogates. */
export function isVisible(value: string): boolean {
  return !/[\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{E0100}-\u{E01EF}]/u.test(value);
}
