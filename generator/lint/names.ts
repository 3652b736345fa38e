import { LONGEST_ALIAS, LONGEST_NAME } from "../describe/naming.js";
import type { ProblemList } from "../model/problem.js";
import type { Tool } from "../model/tool.js";

/** Every name that was ever served, with its operation: `names.lock`. */
export type NamesLock = ReadonlyMap<string, string>;

/** Reads `names.lock`: a name and its operation on each line. */
export function parseNamesLock(text: string): NamesLock {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
}

/** Prints `names.lock` with the old and today's names. Names are never removed. */
export function printNamesLock(lock: NamesLock, tools: readonly Tool[]): string {
  const all = new Map(lock);
  for (const tool of tools) for (const name of namesOf(tool)) all.set(name, tool.operation.key);
  const lines = [...all]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, key]) => `${name} ${key}`);
  return `# Every name ever served and its operation, written by \`make generate\`. A name is never given to another.\n${lines.join("\n")}\n`;
}

/** Checks that names are well-formed, unique over names and aliases, and never given to another operation. */
export function lintNames(
  tools: readonly Tool[],
  lock: NamesLock,
  at: (tool: Tool) => string,
  problems: ProblemList,
): void {
  const owners = new Map<string, Tool>();
  for (const tool of tools) {
    for (const name of namesOf(tool)) {
      const fault = faultOf(name, tool, owners.get(name), lock.get(name));
      if (fault) problems.error(fault.code, at(tool), fault.what, fault.fix);
      owners.set(name, tool);
    }
  }
  for (const { name, tool } of lostNames(tools, owners, lock)) {
    const what = `${tool.operation.key} was served as ${name} and no longer is.`;
    problems.error("name-lost", at(tool), what, `add ${name} to its aliases`);
  }
}

function namesOf(tool: Tool): string[] {
  return [tool.name, ...tool.aliases, ...(tool.managed === undefined ? [] : [tool.managed])];
}

function faultOf(name: string, tool: Tool, owner: Tool | undefined, locked: string | undefined) {
  const most = name === tool.name ? LONGEST_NAME : LONGEST_ALIAS;
  if (!/^[a-z][a-z0-9_]*$/.test(name) || name.length > most) {
    return {
      code: "bad-name",
      what: `${name} is not a valid name. Use at most ${most} lower-case letters, digits and _.`,
      fix: undefined,
    };
  }
  if (owner) {
    const what = `${name} names ${owner.operation.key} and ${tool.operation.key}.`;
    return { code: "name-taken-twice", what, fix: "rename one of the two" };
  }
  if (locked !== undefined && locked !== tool.operation.key) {
    return {
      code: "name-reused",
      what: `${name} was served for ${locked}; saved prompts may call it.`,
      fix: "choose another name",
    };
  }
  return undefined;
}

/** Former names that an operation no longer has. Calls with such a name would fail. */
function lostNames(
  tools: readonly Tool[],
  owners: ReadonlyMap<string, Tool>,
  lock: NamesLock,
): { readonly name: string; readonly tool: Tool }[] {
  const byKey = new Map(tools.map((tool) => [tool.operation.key, tool]));
  return [...lock].flatMap(([name, key]) => {
    const tool = byKey.get(key);
    return tool && !owners.has(name) ? [{ name, tool }] : [];
  });
}
