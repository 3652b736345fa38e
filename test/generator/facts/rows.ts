import { schemasOf, tools } from "../../all-tools.js";

export function wordsOf(name: string, argument?: string): string {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`There is no tool ${name}.`);
  if (argument === undefined) return tool.description;
  const found = schemasOf(tool).find(([path]) => path === argument);
  if (found === undefined) throw new Error(`${name} takes no argument ${argument}.`);
  return String(found[1].description ?? "");
}
