import { printPath } from "../arguments/path.js";
import type { Arguments } from "../contract/caller.js";
import { Fault, type ArgumentFault } from "../contract/fault.js";
import type { ToolModule } from "../contract/tool.js";
import type { Resolved } from "../pipeline/before-send.js";
import { inside, isReady, wrapped, type Asked } from "./asked.js";
import { nameOf } from "./candidates.js";
import { faultOfLookup, listNames, missOf, type Wording } from "./faults.js";
import type { ForCall, Lists } from "./lists.js";
import { matchesIn, search, type Search } from "./search.js";

/** The meaning of one text: itself, an id, or a fault. */
export type Meaning =
  | { readonly text: string; readonly resolved?: Resolved }
  | { readonly fault: Omit<ArgumentFault, "argument"> };

/** The look-up of one argument of a call. */
export interface Lookup {
  readonly asked: Asked;
  readonly forCall: ForCall;
  /** Another argument of the call, as it is sent. @throws Blocked */
  readonly sent: (name: string) => Promise<unknown>;
}

/** Another argument of this look-up has its own fault, which the caller reports. */
export class Blocked extends Error {}

export interface MeaningParts extends Wording {
  readonly lists: Lists;
  readonly load: (tool: string) => Promise<ToolModule>;
}

/** @throws Fault if a look-up failed */
export type MeaningOf = (text: string, lookup: Lookup) => Promise<Meaning>;

export function createMeaning(parts: MeaningParts): MeaningOf {
  return async (text, lookup) => {
    const { asked, forCall } = lookup;
    const { kind, sources } = asked;
    if (isReady(text, asked)) return { text };
    const name = inside(text, kind) ?? text;
    let found: readonly Search[];
    try {
      found = await searched(name, lookup, parts);
    } catch (error) {
      if (error instanceof Blocked) return { text };
      forCall.call.time.signal.throwIfAborted();
      // A slug may be correct. If it is not, the API says so.
      if (error instanceof Fault && isSlug(name, asked)) return { text };
      throw faultOfLookup(error, printPath(asked.at), text, listNames(sources, parts));
    }
    const [match, ...others] = matchesIn(found);
    if (!match || others.length > 0) return { fault: missOf(name, found, sources, parts) };
    const value = wrapped(match.value, kind);
    if (value === text) return { text };
    return { text: value, resolved: { given: text, id: match.value, name: nameOf(match, parts.show) } };
  };
}

async function searched(
  name: string,
  { asked, forCall, sent }: Lookup,
  { lists, load }: MeaningParts,
): Promise<Search[]> {
  forCall.call.time.stage("looking up names");
  return Promise.all(
    asked.sources.map(async (source) => {
      const needs = (source.needs ?? []).map(async (needed) => [
        needed,
        await sent(asked.lookup.with![needed]!),
      ]);
      const args = Object.fromEntries(await Promise.all(needs)) as Arguments;
      return search(name, { source, tool: await load(source.tool), args }, lists, forCall);
    }),
  );
}

function isSlug(name: string, { sources }: Asked): boolean {
  return sources.every(({ field }) => /(^|\.)slug$/.test(field)) && /^[\w.-]+$/.test(name);
}
