import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { toolTokens } from "../../generator/render/tokens.js";
import { type Catalogue, listedOn, type ListedTool, ownTools, surfaces } from "../../runtime/index.js";
import { defineCommand } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { openMemo } from "./generator-digest.js";

const file = "generated/firehydrant/catalog.json";

export const command = defineCommand({
  name: "standpipe stats",
  about: "Shows the tokens (o200k) of each tool, group and surface, most expensive first.",
  flags: {},
  async run() {
    if (!existsSync(file))
      throw new CommandError(`There is no ${file} here. Run it in Standpipe's own project, after generate.`);
    const catalogue = JSON.parse(await readFile(file, "utf8")) as Catalogue;
    console.log(tablesOf(catalogue, await tokensOf(catalogue)));
  },
});

/** Tokens of each tool by name. */
type Cost = ReadonlyMap<string, number>;

const workflowsOf = ({ workflows = [] }: Catalogue): ListedTool[] => workflows.map(({ tool }) => tool);

async function tokensOf(catalogue: Catalogue): Promise<Cost> {
  const { memo, save } = await openMemo(process.cwd(), "stats");
  const cost = new Map<string, number>();
  const { tools, knowledge } = catalogue;
  for (const tool of [...tools, ...workflowsOf(catalogue), ...ownTools, ...(knowledge?.tools ?? [])])
    cost.set(tool.name, await toolTokens(tool, memo));
  await save();
  return cost;
}

function tablesOf(catalogue: Catalogue, cost: Cost): string {
  const { tools, index, curated, knowledge } = catalogue;
  const nameOf = ({ name }: ListedTool) => name;
  const parts = {
    all: [...tools, ...workflowsOf(catalogue)].map(nameOf),
    curated,
    own: new Map(ownTools.map(({ name }) => [name, name])),
    knowledge: (knowledge?.tools ?? []).map(nameOf),
  };
  const groups = [...byGroup(tools, index)].map(([group, names]) => row(group, names, cost));
  return [
    table(
      "surface",
      surfaces.map((surface) => row(surface, listedOn(surface, parts), cost)),
    ),
    table("group", dearest(groups)),
    table("tool", dearest([...cost.keys()].map((name) => row(name, [name], cost)))),
  ].join("\n");
}

type Row = readonly [name: string, tools: number, tokens: number];

function row(name: string, tools: readonly string[], cost: Cost): Row {
  return [name, tools.length, tools.reduce((sum, tool) => sum + cost.get(tool)!, 0)];
}

function dearest(rows: readonly Row[]): Row[] {
  return [...rows].sort((one, other) => other[2] - one[2] || (one[0] < other[0] ? -1 : 1));
}

function table(heading: string, rows: readonly Row[]): string {
  const width = Math.max(heading.length, ...rows.map(([name]) => name.length));
  const line = (name: string, tools: string, tokens: string) =>
    `${name.padEnd(width)}  ${tools.padStart(5)}  ${tokens.padStart(7)}`;
  return (
    [
      line(heading, "tools", "tokens"),
      ...rows.map(([name, tools, tokens]) => line(name, String(tools), String(tokens))),
    ].join("\n") + "\n"
  );
}

function byGroup(tools: Catalogue["tools"], index: Catalogue["index"]): Map<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const { name } of tools) {
    const { group } = index[name]!;
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  return groups;
}
