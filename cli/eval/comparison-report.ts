import { table } from "../admin/table.js";
import type { Comparison, Effort } from "./compare.js";

/** What programs may take at most, as a share of what single calls take. */
export const aims = { rounds: 1 / 3, tokens: 1 / 2 } as const;

/** The aims are for the scenarios that take most rounds without programs. */
const MOST_COUNTED = 40;

/** The sums over the longest scenarios, and the share of programs. */
export function totals(compared: readonly Comparison[]) {
  const longest = longestFirst(compared).slice(0, MOST_COUNTED);
  const of = (part: keyof typeof aims) => {
    const sum = (surface: "curated" | "code") =>
      longest.reduce((total, one) => total + one[surface][part], 0);
    const [curated, code] = [sum("curated"), sum("code")];
    return { curated, code, share: code / curated };
  };
  return { scenarios: longest.length, rounds: of("rounds"), tokens: of("tokens") };
}

function longestFirst(compared: readonly Comparison[]): Comparison[] {
  return [...compared].sort(
    (one, other) => other.curated.rounds - one.curated.rounds || other.curated.calls - one.curated.calls,
  );
}

/** The table of all scenarios, and a total with the aims. */
export function comparisonReport(compared: readonly Comparison[]): string {
  const cells = ({ solved, rounds, calls, tokens }: Effort) => [solved ? "yes" : "no", rounds, calls, tokens];
  const part = ["solved", "rounds", "calls", "tokens"];
  const headings = ["scenario", ...part, ...part.map((name) => `${name} by program`)];
  const rows = longestFirst(compared).map(({ scenario, curated, code }) => [
    scenario,
    ...cells(curated),
    ...cells(code),
  ]);
  const { scenarios, rounds, tokens } = totals(compared);
  const solved = compared.filter(({ code }) => code.solved).length;
  return (
    `${table(headings, rows)}\n${solved} of ${compared.length} solved by programs. The ${scenarios} longest take\n` +
    `rounds: ${rounds.code} instead of ${rounds.curated}, ${shareOf(rounds.share, aims.rounds)}\n` +
    `tokens: ${tokens.code} instead of ${tokens.curated}, ${shareOf(tokens.share, aims.tokens)}`
  );
}

function shareOf(share: number, aim: number): string {
  return `${share.toFixed(2)} of them (aim: ${aim.toFixed(2)})`;
}
