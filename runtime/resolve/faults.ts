import { Fault, type ArgumentFault } from "../contract/fault.js";
import type { ValueSource } from "../contract/lookups.js";
import { candidates } from "./candidates.js";
import { matchesIn, nounOf, type Search } from "./search.js";

/** How names of tools and texts of the API are written for the client. */
export interface Wording {
  /** The client's name of a tool; undefined for one that does not exist for it. */
  readonly served: (tool: string) => string | undefined;
  /** Sanitises a text of the API. */
  readonly show: (text: string) => string;
}

/** The fault of a name without a match, or with several, and the candidates. */
export function missOf(
  name: string,
  found: readonly Search[],
  sources: readonly ValueSource[],
  wording: Wording,
): Pick<ArgumentFault, "message"> {
  const { show } = wording;
  const lists = listNames(sources, wording);
  const matches = matchesIn(found);
  const given = JSON.stringify(name.length > 100 ? `${name.slice(0, 100)}…` : name);
  if (matches.length > 1) {
    const several = new Set(sources.map(({ tool }) => tool)).size > 1;
    const kinds = new Map(
      found.flatMap((one, at) => one.matches.map(({ value }) => [value, nounOf(sources[at]!.tool)] as const)),
    );
    const all = `${given} names ${matches.length} things in ${lists}`;
    return { message: `${all}: ${candidates(name, matches, show, several ? kinds : undefined)}` };
  }
  const seen = found.flatMap((one) => one.seen);
  const nearest = seen.length === 0 ? "it lists nothing" : `nearest: ${candidates(name, seen, show)}`;
  return { message: `${given} is not in ${lists}${cutWords(found, seen.length)}; ${nearest}` };
}

/** The fault of a call with unresolved names. Nothing was sent. */
export function faultOfMisses(misses: readonly ArgumentFault[]): Fault {
  const names = misses.map(({ argument }) => argument).join(", ");
  return new Fault({
    kind: "invalid_arguments",
    message: `${names}: no unique match for this name. Nothing was sent.`,
    arguments: misses,
    next: "Call again with an id of those listed, or an exact name. With resolve_names: false values are sent as they are.",
  });
}

/** The fault of a call whose look-up failed: the look-up's own fault, and that nothing was written. */
export function faultOfLookup(error: unknown, argument: string, given: string, lists: string): unknown {
  if (!(error instanceof Fault)) return error;
  return new Fault({
    kind: error.kind,
    status: error.status,
    said: error.said,
    retryAfterSeconds: error.retryAfterSeconds,
    message: `${argument}: ${JSON.stringify(given.slice(0, 100))} could not be looked up in ${lists}: ${error.message} Nothing was sent.`,
    arguments: [{ argument, message: "is not an id, and could not be looked up" }],
    next:
      error.retryAfterSeconds === undefined
        ? "Pass the id itself, or call again later."
        : `Pass the id itself, or call again in ${error.retryAfterSeconds} s.`,
  });
}

/** The lists of a look-up, as the client knows them. */
export function listNames(sources: readonly ValueSource[], { served }: Pick<Wording, "served">): string {
  return orList(sources.map(({ tool }) => served(tool)!));
}

function cutWords(found: readonly Search[], seen: number): string {
  const cut = found.find(({ isCut }) => isCut);
  if (!cut) return "";
  return cut.of === undefined
    ? `, as far as its first ${seen} were searched`
    : `, as far as its first ${seen} of ${cut.of} were searched`;
}

export function orList(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  return distinct.length < 2
    ? distinct.join("")
    : `${distinct.slice(0, -1).join(", ")} or ${distinct.at(-1)}`;
}
