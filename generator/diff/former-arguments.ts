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
    const { until } = formerArguments[was]!;
    const says = `was called ${was}, which still works${until === undefined ? "" : ` until ${until}`}`;
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
    if (!(was in after))
      return [change("former-argument-gone", `the former name ${was} no longer works`, { at: now })];
    const end = after[was]!.until;
    if (end === until) return [];
    const kind = (end ?? FOR_GOOD) < (until ?? FOR_GOOD) ? "former-argument-gone" : "argument-aliased";
    const says = `the former name ${was} works ${lasting(end)}; before, ${lasting(until)}`;
    return [change(kind, says, { at: now })];
  });
}

/** Later than every date. */
const FOR_GOOD = "9999-99-99";

function lasting(until: string | undefined): string {
  return until === undefined ? "for good" : `until ${until}`;
}
