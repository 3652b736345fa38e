import { printPath } from "../arguments/path.js";
import type { Arguments } from "../contract/caller.js";
import type { Resolved } from "../pipeline/before-send.js";
import type { Call, Exchange } from "../pipeline/exchange.js";
import type { ToolModule } from "../contract/tool.js";
import type { Upstream } from "../upstream/upstream.js";
import { askedIn, isReady, isSeveral, type Asked } from "./asked.js";
import { faultOfMisses, type Wording } from "./faults.js";
import { refuseTooMany } from "./limits.js";
import { listsOf } from "./lists.js";
import type { Lookups } from "../contract/lookups.js";
import { Blocked, createMeaning } from "./meaning.js";
import { outcomeOf, type LookupOutcome } from "./outcome.js";
import { spans } from "../telemetry/names.js";
import { traced } from "../telemetry/traced.js";
import { withText } from "./argument-texts.js";

export interface ResolverOptions extends Wording {
  readonly account: Upstream;
  readonly lookups: () => Promise<Lookups>;
  readonly load: (tool: string) => Promise<ToolModule>;
}

/** The arguments to send, and the resolved names, by the argument's path. */
interface Resolution {
  readonly args: Arguments;
  readonly resolved?: Readonly<Record<string, Resolved>>;
}

/** @throws Fault if a look-up failed, or a name has no match or several; then nothing may be sent */
export type Resolver = (call: Call, args: Arguments, exchange: Exchange) => Promise<Resolution>;

/** Replaces names, slugs and numbers by the ids that arguments take. Ids are not looked up. */
export function createResolver({ account, lookups, load, served, show }: ResolverOptions): Resolver {
  const meaningOf = createMeaning({ lists: listsOf(account), load, served, show });

  return async (call, args, exchange) => {
    const { tool } = call.about;
    const all = askedIn(tool, args, await lookups(), (name) => served(name) !== undefined);
    if (all.every(isSettled)) return { args };
    refuseTooMany(all);
    return traced(call.context.trace, spans.resolve, (trace) => {
      const traceable = { ...call, context: { ...call.context, trace } };
      return resolved(all, { args, exchange, call: traceable });
    });
  };

  async function resolved(all: readonly Asked[], { call, args, exchange }: Resolving): Promise<Resolution> {
    const pending = new Map<string, Promise<LookupOutcome>>();
    const outcomes = await Promise.all(all.map(outcomeAt));
    const misses = outcomes.flatMap((outcome) => outcome.misses);
    if (misses.length > 0) throw faultOfMisses(misses);
    return resolution(args, all, outcomes);

    /** Each is looked up once, even if other look-ups need it. */
    function outcomeAt(asked: Asked): Promise<LookupOutcome> {
      const key = printPath(asked.at);
      const lookup = { asked, forCall: { call, exchange }, sent: argumentAsSent };
      const outcome = pending.get(key) ?? outcomeOf(lookup, meaningOf);
      pending.set(key, outcome);
      return outcome;
    }

    async function argumentAsSent(name: string): Promise<unknown> {
      const own = all.find(({ at }) => at.length === 1 && at[0] === name);
      if (!own) return args[name];
      const { text, misses } = await outcomeAt(own);
      if (misses.length > 0) throw new Blocked();
      return text;
    }
  }
}

interface Resolving {
  readonly call: Call;
  readonly args: Arguments;
  readonly exchange: Exchange;
}

/** Most arguments are already ids. */
function isSettled(asked: Asked): boolean {
  return !isSeveral(asked) && isReady(asked.text, asked);
}

function resolution(
  args: Arguments,
  asked: readonly Asked[],
  outcomes: readonly LookupOutcome[],
): Resolution {
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
