import { refuse } from "../arguments/refuse.js";
import { isRecord } from "../values/record.js";
import type { Placed } from "./placed.js";
import { pair, styles } from "./styles.js";

/**
 * Query parameters as encoded `name=value` texts, in the plan's order. An empty list or object sends nothing in any
 * style, as in RFC 6570.
 * @param declared request names of all parameters, which keys of an exploded object must not imitate
 */
export function queryPairs(placed: readonly Placed[], declared: readonly string[]): string[] {
  return placed.flatMap((one) => {
    const posing = explodedKeys(one).find((key) => key !== one.wire && declared.includes(key));
    if (posing !== undefined)
      refuse(one.argument, `can't contain the key ${posing}, which is another parameter`);
    return pairsOf(one);
  });
}

/** A value as encoded `name=value` texts. The default style is `form`. */
export function pairsOf(placed: Placed): string[] {
  const { wire, value, placement } = placed;
  const { style = "form", json } = placement;
  if (json) return [pair(wire, JSON.stringify(value))];
  const { pairs, explodes } = styles[style];
  if (!pairs) throw new Error(`The style ${style} of ${wire} has no meaning in a query.`);
  const texts = pairs(placed, placement.explode ?? explodes);
  return placement.reserved ? texts.map((text) => withReserved(text, typeof value !== "object")) : texts;
}

/**
 * The characters that `allowReserved` allows, not escaped. Those that would end the value, such as `&`, stay escaped, and
 * so does a comma within an item of a list.
 */
function withReserved(pair: string, isOne: boolean): string {
  const [name = "", text = ""] = pair.split("=", 2);
  const found = text.replaceAll(RESERVED, (code) => decodeURIComponent(code));
  return `${name}=${isOne ? found.replaceAll("%2C", ",") : found}`;
}

const RESERVED = /%(?:21|24|28|29|2A|2F|3A|3B|3D|3F|40)/g;

/** The keys that become names in the query. */
function explodedKeys({ value, placement }: Placed): string[] {
  const { style = "form", json } = placement;
  const { explodes, keysBecomeNames } = styles[style];
  const isExploded = !json && keysBecomeNames && (placement.explode ?? explodes);
  return isExploded && isRecord(value) ? Object.keys(value) : [];
}
