import type { Placement, RequestPlan } from "../../runtime/contract/tool.js";
import type { Memo } from "../model/memo.js";
import type { ProblemList } from "../model/problem.js";
import type { Tool } from "../model/tool.js";
import { identifierOf } from "../render/module.js";

/**
 * Reads each module as syntax. A module must export only the tool's constant, and its plan and its zod schema must name
 * the same arguments. Modules that an earlier run checked are skipped.
 * @param modules texts by tool name
 */
export async function lintModules(
  tools: readonly Tool[],
  modules: ReadonlyMap<string, string>,
  memo: Memo,
  problems: ProblemList,
): Promise<void> {
  for (const { name, operation } of tools) {
    const text = modules.get(name)!;
    const fault = await memo("lint module", `${name}\n${text}`, () => faultOf(name, text));
    if (fault === "") continue;
    problems.error(
      "module-not-a-tool",
      operation.key,
      `The module generated for ${name} is not a tool: ${fault}`,
      "correct templates/tool.ts.hbs or generator/render/",
    );
  }
}

/** The fault of a tool's module, or an empty text. */
export async function faultOf(name: string, text: string): Promise<string> {
  const { NotATool, readModule } = await import("./read-module.js");
  try {
    const { exported, tool, input } = readModule(text);
    if (exported !== identifierOf(name)) return `It exports ${exported}, not ${identifierOf(name)}.`;
    if (tool.name !== name) return `It is named ${String(tool.name)}.`;
    return argumentFault(tool.request as RequestPlan, input);
  } catch (error) {
    if (error instanceof NotATool) return error.message;
    throw error;
  }
}

/** Plan and schema must have the same arguments. */
function argumentFault(plan: RequestPlan, input: readonly string[]): string {
  const sent = new Set(argumentsOf(plan));
  const absent = [...sent].filter((name) => !input.includes(name));
  if (absent.length > 0) return `Its plan sends ${absent.join(", ")}, and its schema has no such argument.`;
  // An argument without a placement is a field of the body, unless one argument is the whole body.
  const takesFields = plan.body !== undefined && plan.body.whole === undefined;
  const unsent = takesFields ? [] : input.filter((name) => !sent.has(name));
  return unsent.length === 0
    ? ""
    : `Its schema takes ${unsent.join(", ")}, and its plan sends no such argument.`;
}

function argumentsOf({ path, pathParameters, query, headers, cookies, body, page }: RequestPlan): string[] {
  const placements = [query, headers, cookies, body?.fields].flatMap((one) => Object.entries(one ?? {}));
  // A fragment only distinguishes two operations with the same path.
  const inPath = [...path.replace(/#.*$/s, "").matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]!);
  return [
    ...inPath.map((wire) => argumentOf(wire, pathParameters?.[wire])),
    ...placements.map(([wire, placement]) => argumentOf(wire, placement)),
    ...(body?.whole === undefined ? [] : [body.whole]),
    ...(page ? ["limit", "cursor"] : []),
  ];
}

function argumentOf(wire: string, placement: Placement | undefined): string {
  return placement?.argument ?? wire;
}
