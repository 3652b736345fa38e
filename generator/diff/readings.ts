import type { Knowledge } from "../../runtime/contract/catalogue.js";
import type { Tool } from "../model/tool.js";
import type { Reading } from "./state.js";

/** Views, polls and searches that read fields of an answer, by the name of the tool that answers. */
export function readingsOf(
  tools: readonly Pick<Tool, "name" | "view" | "poll">[],
  knowledge: Knowledge | undefined,
): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  const add = (name: string, by: string, expressions: readonly string[]) => {
    const readings = expressions.map((expression) => ({ by, expression }));
    found.set(name, [...(found.get(name) ?? []), ...readings]);
  };
  for (const { name, view = [], poll } of tools) {
    add(name, "its view", view);
    if (!poll) continue;
    const by = `the poll of ${name}`;
    add(poll.tool, by, [poll.done, ...(poll.failed === undefined ? [] : [poll.failed])]);
    add(
      name,
      by,
      Object.values(poll.arguments).filter((expression) => expression.includes("answer")),
    );
  }
  for (const { kind, list, item, get, record, more } of knowledge?.kinds ?? []) {
    add(list, `the search for ${kind}`, [item]);
    add(get, `the fetch of ${kind}`, [record]);
    for (const one of more) add(one.list, `the fetch of ${kind}`, [one.item]);
  }
  return found;
}
