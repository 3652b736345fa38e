import type { Answers, AnswerType } from "../contract/answers.js";
import { nameIn, openType, treeOf, type Kept } from "./types.js";

/** The fields of types that concise views show, by the types' names. A type without an entry is shown whole. */
export type ViewedFields = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The fields that the concise views of these tools show.
 * @param shownWhole names of types that are shown whole
 */
export function viewedFields(
  answers: Answers,
  tools: readonly string[],
  shownWhole: readonly string[] = [],
): ViewedFields {
  const viewed = new Map<string, Set<string>>();
  const whole = new Set(shownWhole);
  const visit = (type: AnswerType, { below }: Kept): void => {
    const name = nameIn(type);
    if (below.size === 0) {
      if (name !== undefined) whole.add(name);
      return;
    }
    const open = openType(answers, type);
    if (open.kind === "list") return visit(open.of, { below });
    if (open.kind === "either") return open.options.forEach((option) => visit(option, { below }));
    if (open.kind !== "record") return;
    const known = viewed.get(name ?? "") ?? new Set();
    if (name !== undefined) viewed.set(name, known);
    for (const [field, kept] of below) {
      known.add(field);
      const type = open.fields[field] ?? open.rest;
      if (type !== undefined) visit(type, kept);
    }
  };
  for (const tool of tools) {
    const answer = answers.tools[tool];
    if (typeof answer === "object" && answer.view)
      visit("items" in answer ? answer.items : answer.value, treeOf(answer.view));
  }
  for (const name of whole) viewed.delete(name);
  return viewed;
}
