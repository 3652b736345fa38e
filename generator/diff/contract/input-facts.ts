import { isDeepStrictEqual } from "node:util";
import { change, type Change } from "../change.js";
import type { Node } from "./node.js";
import { quoted, typeOf } from "./say.js";

interface Input {
  readonly node: Node;
  readonly required: boolean;
  readonly default?: unknown;
}

/** A new argument. A switch that notifies people or deletes records is reported as a side effect. */
export function newInput({ node, required, default: usual }: Input, at: string): Change {
  const type = typeOf(node);
  if (isSwitch(node) && hasEffect(at))
    return change("side-effect-added", `is new: it switches an effect on${defaultPhrase(usual)}`, { at });
  return required
    ? change("argument-required", `is new and required (${type})`, { at })
    : change(
        "argument-added",
        `is new (${type})${usual === undefined ? "" : `, ${quoted(usual)} by default`}`,
        { at },
      );
}

/** A changed default changes what the same call does. A default that is documented for the first time may be old or new. */
export function defaultFacts(before: unknown, after: unknown, at: string): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (after === true && hasEffect(at))
    return [
      change(
        "side-effect-added",
        `is true by default: a call without it has the effect${formerPhrase(before)}`,
        { at },
      ),
    ];
  if (before === undefined) return [change("default-told", `is ${quoted(after)} by default`, { at })];
  if (after === undefined)
    return [change("default-untold", `has no stated default; it was ${quoted(before)}`, { at })];
  return [change("default-changed", `is ${quoted(after)} by default, and was ${quoted(before)}`, { at })];
}

function defaultPhrase(usual: unknown): string {
  if (usual === true) return ", and is true by default: calls without it have the effect";
  return usual === undefined ? "" : `, and is ${quoted(usual)} by default`;
}

function formerPhrase(before: unknown): string {
  return before === undefined ? "" : `; it was ${quoted(before)}`;
}

function isSwitch({ types }: Node): boolean {
  return types.length === 1 && types[0] === "boolean";
}

/** Words in an argument's name that mean people are notified or data is lost. */
const EFFECTS =
  /(?:^|_)(?:notify|notifies|notification|notifications|send|sends|email|emails|page|alert|invite|broadcast|publish|announce|delete|purge|destroy|remove|force|overwrite|cascade|escalate)(?:_|$)/;

function hasEffect(at: string): boolean {
  const name = at
    .split(".")
    .at(-1)!
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
  return EFFECTS.test(name);
}
