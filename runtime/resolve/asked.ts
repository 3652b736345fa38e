import type { Arguments } from "../contract/caller.js";
import type { ToolModule } from "../contract/tool.js";
import type { ArgumentLookup, Lookups, ValueKind, ValueSource } from "../contract/lookups.js";
import { textsAt, stepsOf, type ArgumentText, type Steps } from "./argument-texts.js";

/** A text in the arguments that may be a name, and where to look it up. */
export interface Asked extends ArgumentText {
  readonly lookup: ArgumentLookup;
  readonly kind: ValueKind;
  readonly sources: readonly ValueSource[];
}

/**
 * The arguments of a call that can be looked up: their kind has names, the list tools are visible, and the required
 * arguments are given. All others are sent unchanged.
 */
export function askedIn(
  { name }: Pick<ToolModule, "name">,
  args: Arguments,
  lookups: Lookups,
  isVisible: (tool: string) => boolean,
): Asked[] {
  return inputsOf(name, lookups).flatMap(({ steps, by, lookup, kind, takesIds }) => {
    if (takesIds && isUuidAt(args, steps)) return [];
    const deciding = decidingTexts(args, by);
    return textsAt(args, steps).flatMap((one): Asked[] => {
      // A list that needs a missing argument is skipped if another list can be read.
      const sources = sourcesFor(kind, deciding?.(one)).filter(({ needs = [] }) =>
        needs.every((needed) => isGiven(args, lookup.with?.[needed])),
      );
      const isUsable = sources.length > 0 && sources.every(({ tool }) => isVisible(tool));
      return isUsable ? [{ ...one, lookup, kind, sources }] : [];
    });
  });
}

/** Whether a text is already a valid value, so no look-up is needed. */
export function isReady(text: string, { kind, lookup, sources }: Asked): boolean {
  const bare = inside(text, kind) ?? text;
  if (text.trim() === "" || lookup.also?.includes(text)) return true;
  return sources.every(isOfIds) && UUID.test(bare.trim());
}

/** Whether a text is a list with commas. An item of a list is one value. */
export function isSeveral({ at, text, lookup }: Asked): boolean {
  return lookup.commas === true && typeof at.at(-1) !== "number" && text.includes(",");
}

/** `order/<id>` around a value, if the kind requires it. */
export function wrapped(value: string, { takes }: ValueKind): string {
  const [before, after] = partsOf(takes);
  return before === undefined ? value : before + value + after;
}

/** The value of `<id>` in a text of the kind's form; undefined for any other text. */
export function inside(text: string, { takes }: ValueKind): string | undefined {
  const [before, after] = partsOf(takes);
  if (before === undefined || after === undefined) return undefined;
  const isForm =
    text.startsWith(before) && text.endsWith(after) && text.length > before.length + after.length;
  return isForm ? text.slice(before.length, text.length - after.length) : undefined;
}

/** The text before and after `<id>` in the kind's form. */
function partsOf(takes = ""): [before: string, after: string] | [] {
  const start = takes.indexOf("<");
  const end = takes.indexOf(">", start);
  return start < 0 || end < 0 ? [] : [takes.slice(0, start), takes.slice(end + 1)];
}

/** An argument that may be given by name. */
interface Input {
  readonly steps: Steps;
  readonly by: Steps | undefined;
  readonly lookup: ArgumentLookup;
  readonly kind: ValueKind;
  /** Each list of the kind gives plain ids, so a UUID is always sent as it is. */
  readonly takesIds: boolean;
}

const read = new WeakMap<Lookups, Map<string, readonly Input[]>>();

/** A tool that is called once is often called again. */
function inputsOf(tool: string, lookups: Lookups): readonly Input[] {
  const known = read.get(lookups) ?? new Map<string, readonly Input[]>();
  const inputs = known.get(tool) ?? readInputs(tool, lookups);
  read.set(lookups, known.set(tool, inputs));
  return inputs;
}

function readInputs(tool: string, { tools, kinds }: Lookups): Input[] {
  return Object.entries(tools[tool] ?? {}).flatMap(([path, entry]) => {
    const lookup = typeof entry === "string" ? { kind: entry } : entry;
    const kind = kinds[lookup.kind]!;
    const isNamed = kind.from.some(({ match }) => match !== undefined);
    if (!isNamed) return [];
    const takesIds = kind.takes === undefined && kind.from.every(isOfIds);
    const by = lookup.by === undefined ? undefined : stepsOf(lookup.by);
    return [{ steps: stepsOf(path), by, lookup, kind, takesIds }];
  });
}

function isOfIds({ field }: ValueSource): boolean {
  return /(^|[._])id$/.test(field);
}

/** Whether an argument itself, not a part of one, is a UUID. Most calls have one. */
function isUuidAt(args: Arguments, steps: Steps): boolean {
  const value = steps.length === 1 && Object.hasOwn(args, steps[0]!) ? args[steps[0]!] : undefined;
  return typeof value === "string" && UUID.test(value);
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function sourcesFor({ from }: ValueKind, deciding: string | undefined): readonly ValueSource[] {
  if (deciding === undefined) return from;
  return from.filter(({ is }) => is?.some((value) => singular(value) === singular(deciding)) ?? true);
}

/** The deciding argument's text: `impacts[0].type` for `impacts[0].id`. */
function decidingTexts(args: Arguments, by: Steps | undefined) {
  if (by === undefined) return undefined;
  const indexesOf = ({ at }: ArgumentText) => at.filter((key) => typeof key === "number");
  const found = textsAt(args, by).map((one) => ({ indexes: indexesOf(one), text: one.text }));
  const levels = found[0]?.indexes.length ?? 0;
  // If there are two at one index, the first one decides.
  const texts = new Map(found.reverse().map(({ indexes, text }) => [indexes.join(), text]));
  return (one: ArgumentText) => texts.get(indexesOf(one).slice(0, levels).join());
}

function singular(word: string): string {
  return word.toLowerCase().replaceAll("_", "").replace(/ies$/, "y").replace(/s$/, "");
}

function isGiven(args: Arguments, name: string | undefined): boolean {
  return name !== undefined && Object.hasOwn(args, name) && args[name] !== undefined;
}
