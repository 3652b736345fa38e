import type { Costs } from "../render/costs.js";
import type { SurfaceFile } from "../describe/surface.js";
import type { ProblemList } from "../model/problem.js";

/** Reports surfaces and tools that exceed their token budget. */
export function lintBudgets(
  costs: Costs,
  budgets: SurfaceFile["budgets"],
  at: string,
  problems: ProblemList,
): void {
  for (const [name, tokens] of Object.entries(costs.surfaces)) {
    const most = budgets[name as keyof typeof budgets];
    if (most === undefined || tokens <= most) continue;
    problems.error(
      "over-budget",
      `${at}#/budgets/${name}`,
      `The surface ${name} costs ${tokens} tokens; its budget is ${most}.`,
    );
  }
  for (const [name, tokens] of costs.tools) {
    if (budgets.tool === undefined || tokens <= budgets.tool) continue;
    problems.error(
      "over-budget",
      `${at}#/budgets/tool`,
      `${name} costs ${tokens} tokens; the budget of one tool is ${budgets.tool}.`,
    );
  }
}
