import { splitAtCommas } from "../../runtime/index.js";
import type { OAuth } from "./config.js";

type Shares = NonNullable<OAuth["scopes"]>;

/** Parts as people write them, one per line: `incidents:read = read, list on incidents`, or `staff = all`. */
export function printShares(shares: Shares = {}): string {
  const lines = Object.entries(shares).map(([name, { methods, tags }]) => {
    const on = tags ? ` on ${tags.join(", ")}` : "";
    return `${name} = ${methods?.join(", ") ?? "all"}${on}`;
  });
  return lines.join("\n");
}

/** Parses such lines. A missing value stays empty, which no config may have, so that a typo gives no access. */
export function readShares(text: string): Shares | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.length === 0 ? undefined : Object.fromEntries(lines.map(readLine));
}

function readLine(line: string): [string, Shares[string]] {
  // A scope may contain an equals sign. Methods and tags cannot.
  const sign = line.lastIndexOf("=");
  const [name, rest] = sign < 0 ? [line, ""] : [line.slice(0, sign), line.slice(sign + 1)];
  const [, methods = "", tags] = /^(.*?)(?:\bon\b(.*))?$/.exec(rest.trim()) ?? [];
  return [
    name.trim(),
    {
      ...(methods.trim() === "all" ? {} : { methods: splitAtCommas(methods) }),
      ...(tags === undefined ? {} : { tags: splitAtCommas(tags) }),
    },
  ];
}
