import { compileGlob, suggestion } from "../../runtime/index.js";
import { UsageError } from "../command/errors.js";
import { list, number, quoted, text, toggle, type Values } from "../command/flags.js";
import { toolFlags } from "../tool-flags.js";
import { scenarioVariable, urlVariable } from "./agent.js";

export const evalAbout = `Runs an agent once for each scenario, each time on a fresh sandbox, and shows
which scenarios it solved. Without --agent it lists the scenarios.

CMD runs in a shell. It reads the prompt from stdin, the server's URL from
${urlVariable} and the scenario's id from ${scenarioVariable}. If a scenario
asks for an answer, the last line of CMD's output with ANSWER: counts.

Tokens are counted with the o200k encoding. In: the server's instructions, its
tool list and every result, each counted once. Out: names and arguments of
calls.

--programs needs no agent. It solves the scenarios that take several calls by
scripts, with single calls on the surface curated and with programs on the
surface code, and shows what each takes. A round is a call of the model's side.`;

export const evalFlags = {
  agent: text("Command that runs the agent (CMD)", {
    fault: (given) => (given.trim() === "" ? "a command such as 'python agent.py'" : undefined),
  }),
  scenarios: list("Only scenarios whose ids match, such as 'page-*'"),
  "time-limit": number("Maximum seconds for a scenario; then the agent is stopped", {
    least: 1,
    most: 86_400,
    default: 300,
  }),
  programs: toggle("Compare scripts: each scenario by single calls, and by a program on the surface code", {
    default: false,
  }),
  json: toggle("Print JSON instead of a table", { default: false }),
  ...toolFlags,
};

/** The options of `standpipe eval`. */
export type EvalFlags = Values<typeof evalFlags>;

/**
 * The scenarios whose ids match patterns, in their own order.
 * @throws UsageError for a pattern without a match
 */
export function chosen<T extends { readonly id: string }>(
  scenarios: readonly T[],
  patterns: readonly string[] | undefined,
): readonly T[] {
  if (patterns === undefined) return scenarios;
  const ids = scenarios.map(({ id }) => id);
  const globs = patterns.map((pattern) => ({ pattern, matches: compileGlob(pattern) ?? (() => false) }));
  const idle = globs.find(({ matches }) => !ids.some(matches))?.pattern;
  if (idle !== undefined) {
    const near = suggestion(idle, ids);
    const hint = near === undefined ? "standpipe eval lists all scenarios." : `Did you mean "${near}"?`;
    throw new UsageError(`--scenarios: no scenario is called ${quoted(idle)}. ${hint}`);
  }
  return scenarios.filter(({ id }) => globs.some(({ matches }) => matches(id)));
}
