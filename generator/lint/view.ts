import { didYouMean } from "../describe/did-you-mean.js";
import { pointer, type ProblemList } from "../model/problem.js";
import type { Shape } from "../model/shape.js";
import type { Tool } from "../model/tool.js";

/** Checks that the contract's answer has every field of a tool's view. */
export function lintViews(tools: readonly Tool[], at: (tool: Tool) => string, problems: ProblemList): void {
  for (const tool of tools) {
    const { answer } = tool.operation;
    if (!tool.view || !answer) continue;
    const roots = rootsOf(answer);
    tool.view.forEach((path, index) => {
      if (roots.some((root) => has(root, path.split(".")))) return;
      problems.error(
        "unknown-view-field",
        at(tool) + pointer("view", String(index)),
        `The answer of ${tool.name} has no field ${path}, so its view shows nothing there.`,
        didYouMean(path, roots.flatMap(namesIn)),
      );
    });
  }
}

/** A view may start at the answer, its items, or the items of a list inside it. */
function rootsOf(answer: Shape): Shape[] {
  const bare = itemOf(answer);
  const fields = bare.kind === "record" ? bare.fields : [];
  // Contracts often declare one item where `data` holds a list.
  const lists = fields.filter(({ name, shape }) => name === "data" || isList(shape));
  return [bare, ...lists.map(({ shape }) => itemOf(shape))];
}

function isList(shape: Shape): boolean {
  return shape.kind === "list" || (shape.kind === "nullable" && isList(shape.of));
}

function itemOf(shape: Shape): Shape {
  return shape.kind === "list" || shape.kind === "nullable" ? itemOf(shape.of) : shape;
}

function has(shape: Shape, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  const bare = itemOf(shape);
  switch (bare.kind) {
    case "record": {
      const field = bare.fields.find((one) => one.name === name);
      if (field) return has(field.shape, rest);
      return bare.rest !== undefined && has(bare.rest, rest);
    }
    case "either":
      return bare.options.some((option) => has(option, [name, ...rest]));
    // An untyped or cut shape may hold anything.
    case "anything":
      return true;
    default:
      return false;
  }
}

function namesIn(shape: Shape): string[] {
  return shape.kind === "record" ? shape.fields.map(({ name }) => name) : [];
}
