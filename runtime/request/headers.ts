import { refuse } from "../arguments/refuse.js";
import { joinApart, partsOf } from "./encode.js";
import type { Placed } from "./placed.js";
import { pairsOf } from "./query.js";
import { styles } from "./styles.js";

/** Headers of the destination, the length and the type of a body. No argument may set them. */
const OURS = new Set(
  (
    "host content-length content-type transfer-encoding connection keep-alive upgrade te trailer " +
    "expect authorization proxy-authorization proxy-connection"
  ).split(" "),
);

/** Header parameters in OpenAPI's simple style, without percent-encoding. */
export function headerFields(placed: readonly Placed[]): Record<string, string> {
  return Object.fromEntries(placed.map((one) => [one.wire, headerText(one)]));
}

/** Cookie parameters as one Cookie header, or none. Values are percent-encoded as in a query. */
export function cookieHeader(placed: readonly Placed[]): Record<string, string> {
  const pairs = placed.flatMap(pairsOf);
  return pairs.length === 0 ? {} : { Cookie: pairs.join("; ") };
}

function headerText(placed: Placed): string {
  const { wire, argument } = placed;
  if (OURS.has(wire.toLowerCase()))
    refuse(argument, `can't be set: the header ${wire} belongs to the connection`);
  const text = placed.placement.json ? asciiJson(placed.value) : simpleText(placed);
  if (/\p{Cc}/u.test(text))
    refuse(argument, "can't hold control characters such as a line break: it is a header");
  if (/[^\0-\xff]/.test(text)) refuse(argument, "takes only characters of Latin-1: it is a header");
  if (text !== text.trim()) refuse(argument, "can't begin or end with a blank: a header loses it");
  return text;
}

function simpleText({ value, placement: { explode = false, style = "simple" }, argument }: Placed): string {
  const parts = partsOf(value, argument);
  if (parts.kind === "one") return parts.text;
  if (parts.kind === "list") return joinApart(parts.items, styles[style].separator ?? ",", argument);
  if (!explode) return joinApart(parts.entries.flat(), ",", argument);
  const entries = parts.entries.map(([key, text]) => `${joinApart([key], "=", argument)}=${text}`);
  return joinApart(entries, ",", argument);
}

/** JSON can escape all characters that a header cannot contain. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
