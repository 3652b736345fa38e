import type { JSONValue, TreeInterpreter } from "@jmespath-community/jmespath";
import { shallowSteps, takeDeep, type Steps } from "./steps.js";

type Runtime = typeof TreeInterpreter.runtime;
type Args = Parameters<Runtime["callFunction"]>[1];

/**
 * Counts the steps of a function before it runs.
 * @throws TooMuchWork
 */
export function takeFunctionSteps(name: string, args: Args, steps: Steps): void {
  for (const arg of args) steps.take(shallowSteps(arg));
  if (Object.hasOwn(EXTRA_STEPS, name)) EXTRA_STEPS[name]!(args, steps);
}

type TakeSteps = (args: readonly unknown[], steps: Steps) => void;

/** Functions that do more than one pass over their input. */
const EXTRA_STEPS: Readonly<Record<string, TakeSteps>> = {
  to_string: ([value], steps) => takeDeep(value, steps),
  join: ([glue, texts], steps) => {
    for (const text of listIn(texts)) steps.take(textSteps(text) + textSteps(glue));
  },
  contains: ([text, part], steps) => steps.take(searchSteps(text, part)),
  find_first: ([text, part], steps) => steps.take(searchSteps(text, part)),
  find_last: ([text, part], steps) => steps.take(2 * searchSteps(text, part)),
  split: ([text, by], steps) => steps.take(searchSteps(text, by) + mostPieces(text, by)),
  replace: ([text, by, instead], steps) =>
    steps.take(searchSteps(text, by) + mostPieces(text, by) * (1 + textSteps(instead))),
  pad_left: ([, width], steps) => steps.take(Math.abs(Number(width)) / 64),
  pad_right: ([, width], steps) => steps.take(Math.abs(Number(width)) / 64),
  trim: ([text, set], steps) => steps.take(searchSteps(text, set)),
  trim_left: ([text, set], steps) => steps.take(searchSteps(text, set)),
  trim_right: ([text, set], steps) => steps.take(searchSteps(text, set)),
  reverse: ([value], steps) => steps.take(lengthOf(value)),
  // These two compare texts by the rules of a language, character by character.
  min: ([values], steps) => takeTexts(values, steps),
  max: ([values], steps) => takeTexts(values, steps),
  items: ([record], steps) => steps.take(8 * shallowSteps(record)),
  zip: (lists, steps) => steps.take(lists.length * Math.min(...lists.map(lengthOf))),
  from_items: ([pairs], steps) => steps.take(listIn(pairs).length),
};

/** In the worst case, a text search compares all of one text for each character of the other. */
function searchSteps(text: unknown, part: unknown): number {
  return typeof text === "string" ? (text.length * lengthOf(part)) / 160 : 0;
}

function mostPieces(text: unknown, by: unknown): number {
  return lengthOf(text) / Math.max(1, lengthOf(by));
}

function takeTexts(values: unknown, steps: Steps): void {
  for (const value of listIn(values)) steps.take(16 * textSteps(value));
}

function textSteps(value: unknown): number {
  return typeof value === "string" ? shallowSteps(value) : 0;
}

function lengthOf(value: unknown): number {
  return typeof value === "string" || Array.isArray(value) ? value.length : 0;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Functions for which the library needs quadratic time or many small objects. */
export function linearFunctions(steps: Steps) {
  const compare = (one: unknown, other: unknown): number => {
    if (typeof one !== "string" || typeof other !== "string") {
      steps.take(1);
      return Number(one) - Number(other);
    }
    return compareTexts(one, other, steps);
  };
  return {
    length: ([value]: [JSONValue]) =>
      typeof value === "string" ? codePoints(value) : Object.keys(value as object).length,
    trim: ([text, set]: [string, string?]) => trimLeft(trimRight(text, set), set),
    trim_left: ([text, set]: [string, string?]) => trimLeft(text, set),
    trim_right: ([text, set]: [string, string?]) => trimRight(text, set),
    replace: ([text, by, instead, count]: [string, string, string, number?]) =>
      replace(text, by, instead, count),
    sort: ([values]: [JSONValue[]]) => [...values].sort(compare),
    sort_by(this: Runtime, [values, expression]: [JSONValue[], Args[number]]) {
      const keyed = values.map((value) => ({
        value,
        key: this._interpreter.visit(expression as never, value),
      }));
      const kind = typeof keyed[0]?.key;
      if (keyed.some(({ key }) => typeof key !== kind) || (kind !== "string" && kind !== "number"))
        if (keyed.length > 0) throw new Error("Invalid type: sort_by() needs texts alone or numbers alone");
      return keyed.sort((one, other) => compare(one.key, other.key)).map(({ value }) => value);
    },
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.codePointAt(at)! > 0xffff) count -= 1;
  return count + text.length;
}

/** In the order of code points. UTF-16 order differs where a surrogate meets a character from U+E000 on. */
function compareTexts(one: string, other: string, steps: Steps): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  steps.take(1 + at / 64);
  if (at === most) return one.length - other.length;
  return rank(one.charCodeAt(at)) - rank(other.charCodeAt(at));
}

function rank(code: number): number {
  return code >= 0xd800 && code < 0xe000 ? code + 0x10000 : code;
}

const SPACES = /\s|\u0085/;

function isTrimmed(character: string, set: string | undefined): boolean {
  return set ? set.includes(character) : SPACES.test(character);
}

function trimLeft(text: string, set?: string): string {
  let from = 0;
  while (from < text.length && isTrimmed(text[from]!, set)) from += 1;
  return text.slice(from);
}

function trimRight(text: string, set?: string): string {
  let to = text.length;
  while (to > 0 && isTrimmed(text[to - 1]!, set)) to -= 1;
  return text.slice(0, to);
}

function replace(text: string, by: string, instead: string, count?: number): string {
  const parts = text.split(by);
  if (!count && count !== 0) return parts.join(instead);
  if (!Number.isInteger(count) || count < 0) throw new Error("invalid value, expecting a positive integer");
  const replaced = parts.slice(0, count + 1).join(instead);
  return count + 1 < parts.length ? [replaced, ...parts.slice(count + 1)].join(by) : replaced;
}
