import { REQUIRED } from "../arguments/words.js";
import { invalidArguments } from "../arguments/refuse.js";
import type { Fault } from "../contract/fault.js";
import type { Lookups, ValueSource } from "../contract/lookups.js";
import { entryAt } from "./advice.js";
import { label } from "./candidates.js";
import { listsOf, type ForCall } from "./lists.js";
import type { ResolverOptions } from "./resolve.js";
import { asUsed } from "./search.js";

/** A longer list is not printed in a fault. */
const MOST_CHOICES = 7;
/** Maximum lists that one refused call reads. */
const MOST_LISTS = 2;
/** A call with more faults than this gets no choices. */
const MOST_FAULTS = 20;

/** The same fault, with the valid values of a missing argument if they are few. */
export type Choices = (fault: Fault, forCall: ForCall) => Promise<Fault>;

/** Names the valid values of a missing argument, if one short list has them: `condition_id is required; it takes …`. */
export function createChoices({ account, lookups, load, served, show }: ResolverOptions): Choices {
  const lists = listsOf(account);

  return async (fault, forCall) => {
    const known = await lookups();
    const { tool } = forCall.call.about;
    const missing = (fault.arguments ?? [])
      .filter(({ message }) => message === REQUIRED)
      .flatMap(({ argument }) => {
        const source = onlySource(known, tool.name, argument);
        return source && served(source.tool) !== undefined ? [{ argument, source }] : [];
      });
    if (missing.length === 0 || fault.arguments!.length > MOST_FAULTS) return fault;
    const found = missing.slice(0, MOST_LISTS).map(async ({ argument, source }) => {
      const choices = await choicesIn(source, forCall).catch(() => undefined);
      return [argument, choices] as const;
    });
    const choices = new Map(await Promise.all(found));
    return invalidArguments(
      fault.arguments!.map((one) => {
        const own = choices.get(one.argument);
        return own === undefined ? one : { ...one, message: `${REQUIRED}; it takes ${own}` };
      }),
    );
  };

  async function choicesIn(source: ValueSource, forCall: ForCall): Promise<string | undefined> {
    const order = { source, tool: await load(source.tool), args: {} };
    const page = await asUsed(order, forCall, () => lists.get(order).page(0, forCall));
    if (!page || page.next || page.entries.length === 0 || page.entries.length > MOST_CHOICES)
      return undefined;
    return page.entries.map((entry) => label(entry, show)).join(", ");
  }
}

/** The list of an argument's values, if there is one that needs no other argument. */
function onlySource(known: Lookups, tool: string, argument: string): ValueSource | undefined {
  const entry = entryAt(known, tool, argument);
  if (entry === undefined) return undefined;
  const [source, ...others] = known.kinds[typeof entry === "string" ? entry : entry.kind]!.from;
  return source?.match && !source.needs && others.length === 0 ? source : undefined;
}
