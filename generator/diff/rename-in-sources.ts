import { isMap, isScalar, parseDocument, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { RenamedArgument } from "./renamed-arguments.js";

/** A change of a text at one place. Everything around it stays as a person wrote it. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A file of descriptions with arguments under their new names, and the former names kept.
 * @param until the last day of the former names: `2027-05-26`
 */
export function renamedInWords(text: string, renamed: readonly RenamedArgument[], until: string): string {
  const operations = parseDocument(text).get("operations");
  if (!isMap(operations)) return text;
  const edits = pairsOf(operations).flatMap(({ key, value }) => {
    if (!isMap(value)) return [];
    const own = renamed.filter(({ operation }) => operation === key.value);
    return [
      ...own.flatMap((one) => keyEdits(value.get("arguments"), one, text)),
      ...own.flatMap((one) => expressionEdits(value.get("poll", true), one, text)),
      ...polledEdits(value.get("poll"), renamed, text),
      ...formerEdits(value, own, until, text),
    ];
  });
  return edited(text, edits);
}

/**
 * `relations.yaml` with arguments under their new names.
 * @param isTaken whether an operation of today still takes the former name at this place
 */
export function renamedInRelations(
  text: string,
  renamed: readonly RenamedArgument[],
  isTaken: (place: string, argument: string) => boolean,
): string {
  const values = parseDocument(text).get("values");
  if (!isMap(values)) return text;
  const inputs = pairsOf(values).flatMap(({ value }) => {
    const claimed = isMap(value) ? value.get("inputs") : undefined;
    return isMap(claimed) ? pairsOf(claimed) : [];
  });
  const edits = inputs.flatMap((pair) => {
    const name = String(pair.key.value);
    const own = renamed.filter(({ place, was }) => restAfter(name, `${place} ${was}`) !== undefined);
    const [first] = own;
    if (!first) return [];
    const now = `${first.place} ${first.now}${restAfter(name, `${first.place} ${first.was}`)}`;
    return inputEdits(pair, now, { operations: own, isStillTaken: isTaken(first.place, first.was), text });
  });
  return edited(text, edits);
}

interface Claim {
  readonly operations: readonly RenamedArgument[];
  readonly isStillTaken: boolean;
  readonly text: string;
}

/** An input that some operations take under its former name keeps its line, and gets one for the others. */
function inputEdits(
  { key, value }: KeyedPair,
  now: string,
  { operations, isStillTaken, text }: Claim,
): Edit[] {
  const moved = operations.map(({ operation }) => operation);
  const listed = isScalar(value) ? undefined : (value as { toJSON(): unknown }).toJSON();
  const left = Array.isArray(listed) ? listed.map(String).filter((one) => !moved.includes(one)) : [];
  const isWhole = Array.isArray(listed) ? left.length === 0 : !isStillTaken;
  if (isWhole) return [{ ...placeOf(key), text: keyText(now, key, text) }];
  const indent = indentAt(text, key.range![0]);
  const line = `\n${indent}${keyText(now, key, text)}: ${flowList(moved)}`;
  const { range } = value as { range: [number, number, number] };
  return Array.isArray(listed)
    ? [{ start: range[0], end: range[1], text: flowList(left) + line }]
    : [{ start: range[1], end: range[1], text: line }];
}

/** A list on one line. Braces would end a plain text in it. */
function flowList(operations: readonly string[]): string {
  return `[${operations.map((one) => (one.includes("{") ? JSON.stringify(one) : one)).join(", ")}]`;
}

/** Keys of descriptions: the argument itself, and what it holds. */
function keyEdits(map: unknown, { was, now }: Pick<RenamedArgument, "was" | "now">, text: string): Edit[] {
  if (!isMap(map)) return [];
  return pairsOf(map).flatMap(({ key }) => {
    const rest = restAfter(String(key.value), was);
    return rest === undefined ? [] : [{ ...placeOf(key), text: keyText(now + rest, key, text) }];
  });
}

/** `arguments.incident_id` in the expressions of a poll. */
function expressionEdits(poll: unknown, { was, now }: RenamedArgument, text: string): Edit[] {
  if (!isMap(poll)) return [];
  const [start, end] = poll.range!;
  const found = text.slice(start, end).matchAll(/\barguments\.(\w+)/g);
  return [...found]
    .filter(([, name]) => name === was)
    .map(({ index, 0: all }) => ({
      start: start + index,
      end: start + index + all.length,
      text: `arguments.${now}`,
    }));
}

/** The arguments that a poll gives to the operation that it calls. */
function polledEdits(poll: unknown, renamed: readonly RenamedArgument[], text: string): Edit[] {
  if (!isMap(poll)) return [];
  const polled = renamed.filter(({ operation }) => operation === poll.get("tool"));
  return polled.flatMap((one) => keyEdits(poll.get("arguments"), one, text));
}

/** The former names, as the first ones of `former_arguments`; older ones lead to the new name too. */
function formerEdits(
  operation: YAMLMap,
  renamed: readonly RenamedArgument[],
  until: string,
  text: string,
): Edit[] {
  if (renamed.length === 0) return [];
  const known = operation.get("former_arguments");
  const name = pairsOf(operation).find(({ key }) => key.value === "name");
  const lines = (indent: string) =>
    renamed.map(({ was, now }) => `${indent}${plainKey(was)}: { now: ${plainKey(now)}, until: ${until} }\n`);
  if (isMap(known)) {
    const at = lineStart(text, known.range![0]);
    return [
      { start: at, end: at, text: lines(indentAt(text, known.range![0])).join("") },
      ...older(known, renamed),
    ];
  }
  if (!name) return [];
  const indent = indentAt(text, name.key.range![0]);
  const at = text.indexOf("\n", (name.value as Scalar).range![1]) + 1;
  return [{ start: at, end: at, text: `${indent}former_arguments:\n${lines(`${indent}  `).join("")}` }];
}

function older(known: YAMLMap, renamed: readonly RenamedArgument[]): Edit[] {
  return pairsOf(known).flatMap(({ value }) => {
    const now = isMap(value) ? value.get("now", true) : undefined;
    const next = renamed.find(({ was }) => isScalar(now) && now.value === was);
    return next && isScalar(now) ? [{ ...placeOf(now), text: plainKey(next.now) }] : [];
  });
}

type KeyedPair = Pair<Scalar> & { readonly key: Scalar };

function pairsOf(map: YAMLMap): KeyedPair[] {
  return map.items.filter((pair): pair is KeyedPair => isScalar(pair.key));
}

function placeOf({ range }: Scalar): Pick<Edit, "start" | "end"> {
  return { start: range![0], end: range![1] };
}

/** The rest of a path after another path that it starts with; undefined if it does not. */
function restAfter(path: string, start: string): string | undefined {
  if (path === start) return "";
  return path.startsWith(`${start}.`) || path.startsWith(`${start}[`) ? path.slice(start.length) : undefined;
}

/** A key in the same quotes as the former one. */
function keyText(name: string, former: Scalar, text: string): string {
  return /["']/.test(text[former.range![0]]!) ? JSON.stringify(name) : name;
}

function plainKey(name: string): string {
  return /^[A-Za-z_][\w.]*$/.test(name) ? name : JSON.stringify(name);
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function indentAt(text: string, at: number): string {
  return " ".repeat(at - lineStart(text, at));
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((all, { start, end, text: made }) => all.slice(0, start) + made + all.slice(end), text);
}
