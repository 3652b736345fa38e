import { compileGlob, suggestion } from "../../runtime/index.js";
import { UsageError } from "../command/errors.js";
import { list, number, quoted, text, toggle, type Values } from "../command/flags.js";
import { toolFlags } from "../tool-flags.js";
import { taskVariable, urlVariable } from "./agent.js";

export const evalAbout = `Lets an agent work through tasks, each on a fresh sandbox, and shows what it
solved. Without --agent it lists the tasks.

CMD runs in a shell. The task is on its stdin, the server's URL in
${urlVariable}, the task's id in ${taskVariable}. Where a task asks for an
answer, the last line with ANSWER: that CMD prints counts.

Tokens are o200k's. In: the server's instructions, its tool list and every
result, each counted once. Out: names and arguments of calls.`;

export const evalFlags = {
  agent: text("Command that runs the agent (CMD)", {
    fault: (given) => (given.trim() === "" ? "a command such as 'python agent.py'" : undefined),
  }),
  tasks: list("Only tasks whose ids match, such as 'page-*'"),
  "time-limit": number("Most seconds for a task; then the agent is stopped", {
    least: 1,
    most: 86_400,
    default: 300,
  }),
  json: toggle("Print JSON instead of a table", { default: false }),
  ...toolFlags,
};

/** The options of `standpipe eval`. */
export type EvalFlags = Values<typeof evalFlags>;

/**
 * The tasks whose ids match patterns, in their own order.
 * @throws UsageError for a pattern without a match
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
    const hint = near === undefined ? "standpipe eval lists all tasks." : `Did you mean "${near}"?`;
    throw new UsageError(`--tasks: no task is called ${quoted(idle)}. ${hint}`);
  }
  return tasks.filter(({ id }) => globs.some(({ matches }) => matches(id)));
}
