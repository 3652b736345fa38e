import { refuse } from "../arguments/refuse.js";
import type { Arguments } from "../contract/caller.js";
import type { Remarks } from "../contract/outcome.js";
import type { FormerArgument, ToolModule } from "../contract/tool.js";
import { isRecord } from "../values/record.js";

interface Current {
  readonly args: Arguments;
  /** Names that the caller should use from now on; undefined if it used no former one. */
  readonly remarks: Remarks;
}

/**
 * Replaces former names of arguments by the current ones.
 * @throws Fault `invalid_arguments` if the former name has expired, or both names are given
 */
export function withCurrentNames({ formerArguments }: ToolModule, args: Arguments, now: Date): Current {
  if (!formerArguments) return { args, remarks: {} };
  const today = now.toISOString().slice(0, 10);
  let current = args;
  const notes: string[] = [];
  for (const [former, argument] of Object.entries(formerArguments)) {
    const renamed = renamedIn(current, {
      path: former.split("."),
      name: lastOf(argument.now),
      found: () => requireOpen(former, argument, today),
    });
    if (renamed === current) continue;
    current = renamed as Arguments;
    // The API's own names work for good, so there is nothing to change.
    if (argument.until === undefined) continue;
    notes.push(`${former} is now called ${argument.now}. The former name works until ${argument.until}.`);
  }
  return { args: current, remarks: notes.length > 0 ? { renamed_arguments: notes } : {} };
}

function requireOpen(former: string, { now, until }: FormerArgument, today: string): void {
  if (until !== undefined && today > until)
    refuse(former, `is now called ${now}; the former name ended on ${until}`);
}

interface Renaming {
  /** Names from here to the former one; `[]` after a name is a list. */
  readonly path: readonly string[];
  /** The last current name. */
  readonly name: string;
  /** Called if the former name is found. */
  readonly found: () => void;
}

/** The value with the new name at all places of the path; the same value if there are none. */
function renamedIn(value: unknown, { path, name, found }: Renaming): unknown {
  const [step = "", ...rest] = path;
  const key = step.replace(/(?<!\[\])(?:\[\])+$/, "");
  if (!isRecord(value) || !Object.hasOwn(value, key)) return value;
  if (rest.length > 0) {
    const inner = renamedInAll(value[key], (step.length - key.length) / 2, { path: rest, name, found });
    return inner === value[key] ? value : { ...value, [key]: inner };
  }
  found();
  if (Object.hasOwn(value, name)) refuse(key, `is another name of ${name}, which is given too`);
  return Object.fromEntries(Object.entries(value).map(([own, held]) => [own === key ? name : own, held]));
}

/** The same for each item of a list, or of a list of lists. */
function renamedInAll(value: unknown, levels: number, renaming: Renaming): unknown {
  if (levels === 0) return renamedIn(value, renaming);
  if (!Array.isArray(value)) return value;
  const all = value.map((item) => renamedInAll(item, levels - 1, renaming));
  return all.some((item, index) => item !== value[index]) ? all : value;
}

function lastOf(path: string): string {
  return path.split(".").at(-1)!;
}
