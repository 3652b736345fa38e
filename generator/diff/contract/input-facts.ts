import { isDeepStrictEqual } from "node:util";
import { change, type Change } from "../change.js";
import type { Node } from "./node.js";
import { quoted, typeOf } from "./say.js";

interface Input {
  readonly node: Node;
  readonly required: boolean;
  readonly default?: unknown;
}

/** A new argument. One that switches an effect on people or records is told as what it is. */
export function newInput({ node, required, default: usual }: Input, at: string): Change {
  const type = typeOf(node);
  if (isSwitch(node) && hasEffect(at))
    return change("side-effect-added", `is new: it switches an effect on${usualSays(usual)}`, { at });
  return required
    ? change("argument-required", `is new and required (${type})`, { at })
    : change(
        "argument-added",
        `is new (${type})${usual === undefined ? "" : `, ${quoted(usual)} by default`}`,
        { at },
      );
}

/** Another default makes the same call do another thing. One that is newly told was in force, or is new. */
export function defaultFacts(before: unknown, after: unknown, at: string): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (after === true && hasEffect(at))
    return [
      change(
        "side-effect-added",
        `is true by default: a call that says nothing has the effect${wasSays(before)}`,
        { at },
      ),
    ];
  if (before === undefined) return [change("default-told", `is ${quoted(after)} by default`, { at })];
  if (after === undefined)
    return [change("default-untold", `has no stated default; it was ${quoted(before)}`, { at })];
  return [change("default-changed", `is ${quoted(after)} by default, and was ${quoted(before)}`, { at })];
}

function usualSays(usual: unknown): string {
  if (usual === true) return ", and is true by default: calls that say nothing have it";
  return usual === undefined ? "" : `, and is ${quoted(usual)} by default`;
}

function wasSays(before: unknown): string {
  return before === undefined ? "" : `; it was ${quoted(before)}`;
}

function isSwitch({ types }: Node): boolean {
  return types.length === 1 && types[0] === "boolean";
}

/** Words of an argument's name that say that people are told, or that something is lost. */
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
