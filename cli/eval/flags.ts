import { suggestion } from "../../runtime/arguments/nearest.js";
import { compileGlob } from "../../runtime/registry/glob.js";
import type { NameStyle, Surface } from "../../runtime/registry/registry.js";
import { checkNumber, listFlag, parseFlags, toolFlags } from "../flags.js";
import { SettingsError } from "../settings.js";
import { taskVariable, urlVariable } from "./agent.js";

/** What `standpipe eval` was asked for. */
export interface EvalFlags {
  readonly agent?: string;
  readonly tasks?: readonly string[];
  readonly timeLimit: number;
  readonly json: boolean;
  readonly surface?: Surface;
  readonly names: NameStyle;
  readonly methods?: readonly string[];
  readonly tags?: readonly string[];
  readonly tools?: readonly string[];
  readonly deny?: readonly string[];
  readonly on429: "pass" | "wait";
}

const usage = `$0 --agent CMD [flags]

Has an agent work through tasks, each on a fresh sandbox, and tells what it
solved. Without --agent the tasks are listed.

CMD runs in a shell. The task is on its stdin, the server's URL in
${urlVariable}, the task's id in ${taskVariable}. Where a task asks for an
answer, the last line with ANSWER: that it prints counts.

Tokens are o200k's. In: the server's instructions, its tool list and every
result, each counted once. Out: names and arguments of calls.`;

/** @throws SettingsError for a flag that doesn't exist or a value that it doesn't take */
export function parseEvalFlags(argv: readonly string[]): EvalFlags {
  const options = {
    agent: { string: true, requiresArg: true, describe: "Command that runs the agent" },
    tasks: { ...listFlag, describe: "Only tasks whose ids match, such as 'page-*'" },
    "time-limit": {
      number: true,
      requiresArg: true,
      default: 300,
      describe: "Most seconds for a task; then the agent is stopped",
    },
    json: { boolean: true, default: false, describe: "Print JSON instead of a table" },
    ...toolFlags,
  };
  const flags = parseFlags(argv, { command: "eval", usage, options }) as EvalFlags;
  checkNumber("time-limit", flags.timeLimit, 1, 86_400);
  if (flags.agent?.trim() === "")
    throw new SettingsError("--agent takes a command, such as 'python agent.py'.");
  return flags;
}

/**
 * The tasks that patterns name, in their own order.
 * @throws SettingsError for a pattern that names none
 */
export function chosen<T extends { readonly id: string }>(
  tasks: readonly T[],
  patterns: readonly string[] | undefined,
): readonly T[] {
  if (patterns === undefined) return tasks;
  const ids = tasks.map(({ id }) => id);
  const globs = patterns.map((pattern) => ({ pattern, matches: compileGlob(pattern) ?? (() => false) }));
  const idle = globs.find(({ matches }) => !ids.some(matches))?.pattern;
  if (idle !== undefined) {
    const near = suggestion(idle, ids);
    const hint = near === undefined ? " standpipe eval lists them all." : ` Did you mean "${near}"?`;
    throw new SettingsError(`No task is called "${idle}".${hint}`);
  }
  return tasks.filter(({ id }) => globs.some(({ matches }) => matches(id)));
}
