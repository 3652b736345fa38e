import { change, type Change } from "./change.js";
import type { ToolState } from "./state.js";

/** Changes of arguments, with a rename as one line where calls may still use the former name. */
export function withFormerNames(
  changes: readonly Change[],
  { formerArguments = {} }: Pick<ToolState, "formerArguments">,
): Change[] {
  const found = new Set<string>();
  const renamed = new Map(Object.entries(formerArguments).map(([was, { now }]) => [now, was]));
  const gone = new Set(changes.filter(({ kind }) => kind === "argument-removed").map(({ at }) => at));
  const folded = changes.map((one): Change => {
    const was = one.at === undefined ? undefined : renamed.get(one.at);
    const isRename = one.kind === "argument-renamed" ? one.from === was : NEW.has(one.kind) && gone.has(was);
    if (was === undefined || !isRename) return one;
    found.add(was);
    const says = `was called ${was}, which still works until ${formerArguments[was]!.until}`;
    return change("argument-aliased", says, { at: one.at, from: was, shared: one.shared });
  });
  return folded.filter(({ kind, at }) => kind !== "argument-removed" || !found.has(at!));
}

const NEW: ReadonlySet<string> = new Set(["argument-added", "argument-required"]);

/** Former names that no longer work, or not for as long. */
export function formerNameChanges(
  { formerArguments: before = {} }: Pick<ToolState, "formerArguments">,
  { formerArguments: after = {}, input }: Pick<ToolState, "formerArguments" | "input">,
): Change[] {
  return Object.entries(before).flatMap(([was, { now, until }]) => {
    if (was in input.properties) return [];
    const end = after[was]?.until;
    if (end === until) return [];
    if (end === undefined)
      return [change("former-argument-gone", `the former name ${was} no longer works`, { at: now })];
    const kind = end < until ? "former-argument-gone" : "argument-aliased";
    return [change(kind, `the former name ${was} works until ${end}; before, until ${until}`, { at: now })];
  });
}
