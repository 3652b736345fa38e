import { printPath } from "../arguments/path.js";
import { invalidArguments } from "../arguments/refuse.js";
import type { Arguments } from "../contract/caller.js";
import type { Resolved } from "../pipeline/before-send.js";
import type { Call, Exchange } from "../pipeline/exchange.js";
import { Fault, type ArgumentFault } from "../contract/fault.js";
import type { ToolModule } from "../contract/tool.js";
import type { Upstream } from "../upstream/upstream.js";
import { askedIn, inside, isReady, wrapped, type Asked } from "./asked.js";
import { nameOf } from "./candidates.js";
import { faultOfMisses, faultOfLookup, missOf } from "./faults.js";
import { listsOf, type ForCall } from "./lists.js";
import type { Lookups } from "../contract/lookups.js";
import { withText } from "./places.js";
import { matchesIn, search, type Search } from "./search.js";

export interface ResolverOptions {
  readonly account: Upstream;
  readonly lookups: () => Promise<Lookups>;
  readonly load: (tool: string) => Promise<ToolModule>;
  /** The name under which a client knows a tool; undefined for one that doesn't exist for it. */
  readonly served: (tool: string) => string | undefined;
  /** Makes a text of the API's fit to be read. */
  readonly show: (text: string) => string;
}

/** The arguments as they are sent, and what became of names, by the argument's path. */
interface Resolution {
  readonly args: Arguments;
  readonly resolved?: Readonly<Record<string, Resolved>>;
}

/** @throws Fault when a name could not be looked up, or means nothing or several things; then nothing may be sent */
export type Resolver = (call: Call, args: Arguments, exchange: Exchange) => Promise<Resolution>;

/** Turns names, slugs and numbers into the ids that arguments take. What is an id already is not looked at. */
export function createResolver({ account, lookups, load, served, show }: ResolverOptions): Resolver {
  const lists = listsOf(account);

  return async (call, args, exchange) => {
    const { tool } = call.about;
    const asked = askedIn(tool, args, await lookups(), (name) => served(name) !== undefined);
    if (asked.every(isSettled)) return { args };
    refuseTooMany(asked);
    const asking = { call, exchange };
    const pending = new Map<string, Promise<Outcome>>();
    const outcomes = await Promise.all(asked.map(outcomeAt));
    const misses = outcomes.flatMap((outcome) => outcome.misses);
    if (misses.length > 0) throw faultOfMisses(misses);
    return resolution(args, asked, outcomes);

    /** Each is looked up once, although others may need it for their own look-up. */
    function outcomeAt(one: Asked): Promise<Outcome> {
      const key = printPath(one.at);
      const outcome = pending.get(key) ?? outcomeOf(one, asking, argumentAsSent);
      pending.set(key, outcome);
      return outcome;
    }

    async function argumentAsSent(name: string): Promise<unknown> {
      const own = asked.find(({ at }) => at.length === 1 && at[0] === name);
      if (!own) return args[name];
      const { text, misses } = await outcomeAt(own);
      if (misses.length > 0) throw new Blocked();
      return text;
    }
  };

  async function outcomeOf(asked: Asked, asking: ForCall, sent: ArgumentAsSent): Promise<Outcome> {
    const { at, text, lookup } = asked;
    if (lookup.commas && text.includes(",")) return outcomeOfParts(asked, asking, sent);
    const become = await becomes(text, asked, asking, sent);
    return "fault" in become
      ? { text, misses: [{ ...become.fault, argument: printPath(at) }], resolved: {} }
      : {
          text: become.text,
          misses: [],
          resolved: become.resolved ? { [printPath(at)]: become.resolved } : {},
        };
  }

  async function outcomeOfParts(asked: Asked, asking: ForCall, sent: ArgumentAsSent): Promise<Outcome> {
    const { at, text } = asked;
    const parts = text.split(",");
    const become = await Promise.all(parts.map((part) => becomes(part.trim(), asked, asking, sent)));
    // A name may have a comma itself.
    const whole = become.every((part) => "fault" in part)
      ? await becomes(text, asked, asking, sent)
      : undefined;
    if (whole && "text" in whole) {
      return {
        text: whole.text,
        misses: [],
        resolved: whole.resolved ? { [printPath(at)]: whole.resolved } : {},
      };
    }
    const isChanged = become.some((part) => "resolved" in part && part.resolved !== undefined);
    return {
      text: isChanged
        ? become.map((part, index) => ("text" in part ? part.text : parts[index])).join(",")
        : text,
      misses: become.flatMap((part, index) =>
        "fault" in part ? [{ ...part.fault, argument: printPath([...at, index]) }] : [],
      ),
      resolved: Object.fromEntries(
        become.flatMap((part, index) =>
          "resolved" in part && part.resolved ? [[printPath([...at, index]), part.resolved]] : [],
        ),
      ),
    };
  }

  async function becomes(text: string, asked: Asked, asking: ForCall, sent: ArgumentAsSent): Promise<Become> {
    if (isReady(text, asked)) return { text };
    const name = inside(text, asked.kind) ?? text;
    let found: readonly Search[];
    try {
      found = await searched(name, asked, asking, sent);
    } catch (error) {
      if (error instanceof Blocked) return { text };
      asking.call.time.signal.throwIfAborted();
      // A slug may well be right, and the API says so where it isn't.
      if (error instanceof Fault && isSlug(name, asked)) return { text };
      throw faultOfLookup(error, printPath(asked.at), text, asked, served);
    }
    const [match, ...others] = matchesIn(found);
    if (!match || others.length > 0) return { fault: missOf(name, found, asked, served, show) };
    const value = wrapped(match.value, asked.kind);
    if (value === text) return { text };
    return { text: value, resolved: { given: text, id: match.value, name: nameOf(match, show) } };
  }

  async function searched(
    name: string,
    asked: Asked,
    asking: ForCall,
    sent: ArgumentAsSent,
  ): Promise<Search[]> {
    asking.call.time.stage("looking up names");
    return Promise.all(
      asked.sources.map(async (source) => {
        const needs = (source.needs ?? []).map(async (needed) => [
          needed,
          await sent(asked.lookup.with![needed]!),
        ]);
        const args = Object.fromEntries(await Promise.all(needs)) as Arguments;
        return search(name, { source, tool: await load(source.tool), args }, lists, asking);
      }),
    );
  }
}

/** Each name may need pages of lists, and each is compared with all that these hold. */
const MOST_NAMES = 100;
const MOST_OF_A_NAME = 500;

/** @throws Fault for more names than one call may have, and for a text that is too long to be one */
function refuseTooMany(asked: readonly Asked[]): void {
  let names = 0;
  for (const one of asked) {
    const texts = one.lookup.commas ? one.text.split(",", MOST_NAMES * 10 + 1) : [one.text];
    const open = texts.filter((text) => !isReady(text.trim(), one));
    names += texts.length > MOST_NAMES * 10 ? texts.length : open.length;
    const argument = printPath(one.at);
    const long = open.find((text) => text.length > MOST_OF_A_NAME);
    if (long !== undefined)
      throw invalidArguments([
        { argument, message: `is no id, and longer than a name's ${MOST_OF_A_NAME} characters` },
      ]);
    if (names > MOST_NAMES)
      throw invalidArguments([
        { argument, message: `one call looks up at most ${MOST_NAMES} names: pass ids instead` },
      ]);
  }
}

/** Most arguments are ids as they stand. */
function isSettled(asked: Asked): boolean {
  const { text, lookup } = asked;
  return !(lookup.commas && text.includes(",")) && isReady(text, asked);
}

type ArgumentAsSent = (name: string) => Promise<unknown>;

/** What one text becomes: itself, what it means, or a fault. */
type Become =
  | { readonly text: string; readonly resolved?: Resolved }
  | { readonly fault: Omit<ArgumentFault, "argument"> };

interface Outcome {
  readonly text: string;
  readonly misses: readonly ArgumentFault[];
  readonly resolved: Readonly<Record<string, Resolved>>;
}

/** Another argument that this look-up needs has a fault of its own, which is the one to tell. */
class Blocked extends Error {}

function resolution(args: Arguments, asked: readonly Asked[], outcomes: readonly Outcome[]): Resolution {
  const sent = asked.reduce((so, { at, text }, index) => {
    const become = outcomes[index]!.text;
    return become === text ? so : withText(so, at, become);
  }, args);
  const resolved = Object.assign({}, ...outcomes.map((outcome) => outcome.resolved)) as Record<
    string,
    Resolved
  >;
  return Object.keys(resolved).length > 0 ? { args: sent, resolved } : { args };
}

function isSlug(name: string, { sources }: Asked): boolean {
  return sources.every(({ field }) => /(^|\.)slug$/.test(field)) && /^[\w.-]+$/.test(name);
}
