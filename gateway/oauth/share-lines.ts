import type { OAuth } from "./config.js";

type Shares = NonNullable<OAuth["scopes"]>;

/** Parts as people write them, one to a line: `incidents:read = read, list on incidents`, or `staff = all`. */
export function printShares(shares: Shares = {}): string {
  const lines = Object.entries(shares).map(([name, { methods, tags }]) => {
    const on = tags ? ` on ${tags.join(", ")}` : "";
    return `${name} = ${methods?.join(", ") ?? "all"}${on}`;
  });
  return lines.join("\n");
}

/** Parts from such lines. What was left out is empty, which no config may be, so that it opens nothing by a slip. */
export function readShares(text: string): Shares | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.length === 0 ? undefined : Object.fromEntries(lines.map(readLine));
}

function readLine(line: string): [string, Shares[string]] {
  // A scope may have an equals sign in it; methods and tags don't.
  const [, name = line, rest = ""] = /^(.*)=(.*)$/.exec(line) ?? [];
  const [, methods = "", tags] = /^(.*?)(?:\bon\b(.*))?$/.exec(rest.trim()) ?? [];
  return [
    name.trim(),
    {
      ...(methods.trim() === "all" ? {} : { methods: named(methods) }),
      ...(tags === undefined ? {} : { tags: named(tags) }),
    },
  ];
}

function named(list: string): string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}
