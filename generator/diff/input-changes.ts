import { isDeepStrictEqual } from "node:util";
import { argumentOf } from "../normalise/arguments.js";
import { looksSecret } from "../../runtime/contract/secret-fields.js";
import { change, type Change } from "./change.js";
import type { SchemaComparison } from "./contract/compare.js";
import { operationChanges } from "./contract/operation-changes.js";
import { formerNameChanges, withFormerNames } from "./former-arguments.js";
import type { Pair } from "./match.js";
import { recordChanges, schemaChanges } from "./schema-changes.js";
import type { Schema } from "./schema-words.js";
import type { Reading, ToolState } from "./state.js";

/**
 * Changes of arguments, answers and security. Contracts have them in full. The schema that a model sees may be cut or
 * narrowed by descriptions. It counts only if the contracts are equal or missing.
 */
export function inputChanges(
  { base, head }: Pair,
  comparison: SchemaComparison,
  openFields: readonly string[],
): Change[] {
  const shown = recordChanges(base.input as unknown as Schema, head.input as unknown as Schema, "");
  const listed = withFormerNames(withLists(shown, base, head), head);
  if (!base.contract || !head.contract)
    return [...securityChanges(base, head), ...listed, ...formerNameChanges(base, head)];
  const whole = operationChanges(base.contract, head.contract, comparison, argumentName(base, head));
  const told = new Set(whole.map(({ at = "" }) => rootOf(at)));
  const renamed = new Set(whole.flatMap(({ from }) => (from === undefined ? [] : [from])));
  const known = [
    ...withFormerNames(whole, head)
      .map((one) => withReading(one, base.reads ?? []))
      .map((one) => withSecret(one, openFields)),
    ...formerNameChanges(base, head),
  ];
  if (!base.worded && !head.worded) return known;
  const beside = listed.filter(({ at = "" }) => !told.has(rootOf(at)) && !renamed.has(rootOf(at)));
  return [...known, ...beside.filter((one) => isOfWords(one, base, head))];
}

/** A text that becomes a list is still taken as a text. */
function withLists(
  changes: readonly Change[],
  base: ToolState,
  { input, commaLists = [] }: ToolState,
): Change[] {
  return changes.flatMap((one) => {
    const { kind, at = "" } = one;
    const was = base.input.properties[at] as Schema | undefined;
    if (kind !== "type-changed" || was?.type !== "string" || !commaLists.includes(at)) return [one];
    const { items } = input.properties[at] as { readonly items: Schema };
    const says = "takes a list; one text with commas still works";
    return [change("text-becomes-list", says, { at }), ...schemaChanges(was, { ...was, ...items }, at)];
  });
}

/** Whether a change of the shown schema comes from descriptions or paging. The contracts report all other changes. */
function isOfWords({ kind, at = "" }: Change, base: ToolState, head: ToolState): boolean {
  const argument = rootOf(at);
  if (kind === "argument-aliased") return true;
  const shown = [base, head].map(({ input }) => input.properties[argument]);
  return shown.every((schema) => schema !== undefined) || argument === "limit" || argument === "cursor";
}

function argumentName(base: ToolState, head: ToolState): (place: string, wire: string) => string {
  return (place, wire) => {
    const known = head.argumentNames?.get(`${place} ${wire}`) ?? base.argumentNames?.get(`${place} ${wire}`);
    if (known !== undefined) return known;
    const whole = place === "body" ? head.argumentNames?.get(WHOLE_BODY) : undefined;
    return whole === undefined ? argumentOf(wire) : `${whole}.${wire}`;
  };
}

/** The key of the argument that is the whole body. */
export const WHOLE_BODY = "body *";

function rootOf(at: string): string {
  return at.split(/[.[]/)[0]!;
}

/** A removed field breaks everything that reads it. The change names the readers. */
function withReading(one: Change, readings: readonly Reading[]): Change {
  if (one.kind !== "answer-field-gone") return one;
  const by = readings.filter((reading) => reads(reading, one.at!)).map((reading) => reading.by);
  if (by.length === 0) return one;
  const says = `${one.says}, and ${[...new Set(by)].join(" and ")} read${by.length === 1 ? "s" : ""} it`;
  return { ...one, ...change("answer-field-used-gone", says) };
}

/** A view's path starts at the answer, at its items, or at the items of a list inside it. */
function reads({ by, expression }: Reading, at: string): boolean {
  const path = at
    .replace(/^answer/, "")
    .replaceAll("[]", "")
    .replace(/^\./, "");
  if (by !== "its view") return identifiersIn(expression).includes(path.split(".").at(-1)!);
  const starts = [path, path.split(".").slice(1).join(".")];
  return starts.some((start) => expression === start || expression.startsWith(`${start}.`));
}

function identifiersIn(expression: string): string[] {
  return expression.replaceAll(/'[^']*'|`[^`]*`/g, "").match(/[A-Za-z_]\w*/g) ?? [];
}

function withSecret(one: Change, openFields: readonly string[]): Change {
  if (one.kind !== "answer-field-added") return one;
  const name = one.at!.split(".").at(-1)!.replaceAll("[]", "");
  if (!looksSecret(name) || openFields.includes(name)) return one;
  const says = `${one.says} and looks secret: it is hidden until accepted.yaml names it`;
  return { ...one, ...change("answer-field-secret", says) };
}

function securityChanges({ security: was }: ToolState, { security: is }: ToolState): Change[] {
  if (!was || !is || isDeepStrictEqual(was, is)) return [];
  const said = (all: readonly string[]) =>
    all.length === 0 ? "is open to all" : `wants ${all.join(" or ")}`;
  return [change("security-changed", `${said(is)} (before: ${said(was)})`, { at: "security" })];
}
