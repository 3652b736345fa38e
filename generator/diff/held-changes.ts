import type { Held } from "../suspicion/hold-back.js";
import { suspicions, valueSuspicions, visible } from "../suspicion/signs.js";
import { change, type Change } from "./change.js";
import type { Schema } from "./schema-words.js";
import type { ToolState } from "./state.js";
import { textChange, wordsOf } from "./word-changes.js";

/** Texts that are newly left out because they look like instructions, by operation; texts outside of operations by "". */
export function heldChanges(base: readonly Held[], head: readonly Held[]): Map<string, Change[]> {
  const known = new Set(base.map(keyOf));
  const found = new Map<string, Change[]>();
  for (const one of head) {
    if (known.has(keyOf(one))) continue;
    const { operation = "", at, text, signs, leavesOut } = one;
    const what = leavesOut ? "the operation is left out" : "it is left out";
    const says = `holds “${shown(text)}”, so ${what} until a person accepts it`;
    found.set(operation, [
      ...(found.get(operation) ?? []),
      change("text-suspicious", says, { at, warnings: signs }),
    ]);
  }
  return found;
}

/** Outside of operations the place is not a key, because lists shift. */
function keyOf({ operation, at, text }: Held): string {
  return operation === undefined ? text : `${operation} ${at} ${text}`;
}

/**
 * New texts of a tool that look like instructions: names, values, defaults and patterns of its arguments, and all
 * descriptions of a new tool.
 */
export function newTexts(base: ToolState | undefined, head: ToolState): Change[] {
  const known = new Set(base ? newValues(base, head).map(([, text]) => text) : []);
  const values = [...newValues(head, base), ["name", head.name] as const]
    .filter(([, text]) => !known.has(text) && text !== base?.name)
    .flatMap(([at, text]) => {
      const signs = valueSuspicions(text);
      if (signs.length === 0) return [];
      return [change("text-suspicious", `holds “${shown(text)}”`, { at, warnings: signs })];
    });
  return base ? values : [...values, ...newWords(head)];
}

/** The values of a tool's input; none if the other side has the same input. */
function newValues(
  { input }: ToolState,
  other: ToolState | undefined,
): (readonly [at: string, text: string])[] {
  return input === other?.input ? [] : [...valuesIn(input as unknown as Schema)];
}

function newWords({ title, description, input }: ToolState): Change[] {
  const texts = [["title", title], ["description", description], ...wordsOf({ ...input })] as const;
  return texts
    .filter(([, text]) => suspicions(text).length > 0)
    .flatMap(([at, text]) => textChange(at, "", text));
}

/** All texts of a schema except its descriptions, each with its place. */
function* valuesIn(schema: Schema, at = ""): Generator<readonly [at: string, text: string]> {
  for (const text of [...((schema.enum as unknown[] | undefined) ?? []), schema.pattern, schema.default]) {
    if (text !== undefined) yield [at, typeof text === "string" ? text : JSON.stringify(text)];
  }
  for (const [name, field] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
    const path = at === "" ? name : `${at}.${name}`;
    yield [path, name];
    yield* valuesIn(field, path);
  }
  if (schema.items !== undefined) yield* valuesIn(schema.items as Schema, `${at}[]`);
  if (schema.additionalProperties !== undefined)
    yield* valuesIn(schema.additionalProperties as Schema, `${at}.*`);
  for (const option of (schema.anyOf ?? []) as Schema[]) yield* valuesIn(option, at);
}

function shown(text: string): string {
  const clear = visible(text);
  return clear.length > MOST ? `${clear.slice(0, MOST)}…` : clear;
}

const MOST = 200;
