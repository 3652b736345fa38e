import type { FormerArguments } from "../../../runtime/contract/tool.js";

type Args = Readonly<Record<string, unknown>>;

/** The arguments under the API's own names. */
export function withApiNames(args: Args, names: FormerArguments = {}): Args {
  const own = new Map(Object.entries(names).map(([was, { now }]) => [now, was]));
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [own.get(name) ?? name, value]));
}

/** A list that is sent as one text cannot hold a comma. `texts` are the names of what the contract declares as text. */
export function withoutCommas(args: Args, texts: ReadonlySet<string>): Args {
  return mapped(args, texts, (items) => items.map((item) => String(item).replaceAll(",", ".")));
}

/** Such lists as they are sent. */
export function joined(args: Args, texts: ReadonlySet<string>): Args {
  return mapped(args, texts, (items) => items.join(","));
}

function mapped(args: Args, texts: ReadonlySet<string>, change: (items: unknown[]) => unknown): Args {
  const entries = Object.entries(args).map(([name, value]) => {
    return [name, texts.has(name) && Array.isArray(value) ? change(value) : value] as const;
  });
  return Object.fromEntries(entries);
}
