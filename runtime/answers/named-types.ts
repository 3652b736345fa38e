import type { Answers, AnswerType } from "../contract/answers.js";
import { nameIn, openType, wholeTypeOf } from "./types.js";

/** The names of all types in the answers of these tools. */
export function namedTypes(answers: Answers, tools: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: AnswerType[] = [...tools].map((tool) => wholeTypeOf(answers, tool));
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    const name = nameIn(type);
    if (name !== undefined && names.has(name)) continue;
    if (name !== undefined) names.add(name);
    waiting.push(...below(answers, type));
  }
  return names;
}

function below(answers: Answers, type: AnswerType): readonly AnswerType[] {
  const open = openType(answers, type);
  switch (open.kind) {
    case "list":
      return [open.of];
    case "either":
      return open.options;
    case "record":
      return [...Object.values(open.fields), ...(open.rest === undefined ? [] : [open.rest])];
    case "choice":
    case "scalar":
      return [];
  }
}
