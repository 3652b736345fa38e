import type { Verdict } from "../../scenarios/judge.js";
import { table } from "../admin/table.js";
import type { Usage } from "./meter.js";

/** One scenario's result, as `--json` prints it. */
export interface Outcome extends Verdict, Usage {
  readonly scenario: string;
  readonly seconds: number;
  /** Why the agent itself failed. Then the scenario counts as unsolved. */
  readonly failure?: string;
}

/** The table of all scenarios, the faults below it, and a total. */
export function report(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ scenario, solved, calls, tokensIn, tokensOut, sideEffects }) => [
    scenario,
    solved ? "yes" : "no",
    calls,
    tokensIn,
    tokensOut,
    sideEffects.length,
  ]);
  const headings = ["scenario", "solved", "calls", "tokens in", "tokens out", "forbidden side effects"];
  const remarks = outcomes.flatMap(remarksOn);
  return [table(headings, rows), ...remarks, totalOf(outcomes)].join("\n");
}

function remarksOn({ scenario, failure, missing, sideEffects }: Outcome): string[] {
  const lines = [
    ...(failure === undefined ? [] : [`the agent ${failure}`]),
    ...missing.map((what) => `not done: ${what}`),
    ...sideEffects.map((what) => `forbidden: ${what}`),
  ];
  return lines.length === 0 ? [] : ["", `${scenario}:`, ...lines.map((line) => `  ${line}`)];
}

function totalOf(outcomes: readonly Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, one) => total + of(one), 0);
  const solved = sum((one) => Number(one.solved));
  const effects = sum((one) => one.sideEffects.length);
  return (
    `\n${solved} of ${outcomes.length} solved, ${sum((one) => one.calls)} calls, ` +
    `${sum((one) => one.tokensIn)} tokens in, ${sum((one) => one.tokensOut)} out, ` +
    `${effects} forbidden side effect${effects === 1 ? "" : "s"}.`
  );
}
