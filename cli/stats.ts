import { readFile } from "node:fs/promises";
import { discoverTools } from "../runtime/registry/discover-tools.js";
import { listedOn, surfaces } from "../runtime/contract/surfaces.js";
import type { Catalogue, ListedTool } from "../runtime/contract/catalogue.js";
import { toolTokens } from "../generator/render/tokens.js";
import { openMemo } from "./generator-digest.js";

/** `standpipe stats`: what the committed catalogue costs a model, in o200k tokens, dearest first. */
export async function run(): Promise<void> {
  const { memo, save } = await openMemo(process.cwd(), "stats");
  const text = await readFile("generated/firehydrant/catalog.json", "utf8");
  const { tools, index, curated, knowledge } = JSON.parse(text) as Catalogue;
  const cost = new Map<string, number>();
  const two = knowledge?.tools ?? [];
  for (const tool of [...tools, ...discoverTools, ...two]) cost.set(tool.name, await toolTokens(tool, memo));
  await save();

  const nameOf = ({ name }: ListedTool) => name;
  const parts = {
    all: tools.map(nameOf),
    curated,
    finders: discoverTools.map(nameOf),
    knowledge: two.map(nameOf),
  };
  const groups = byGroup(tools, index);
  console.log(
    table(
      "surface",
      surfaces.map((surface) => row(surface, listedOn(surface, parts), cost)),
    ),
  );
  console.log(
    table(
      "group",
      dearest(
        [...groups].map(([group, of]) =>
          row(
            group,
            of.map(({ name }) => name),
            cost,
          ),
        ),
      ),
    ),
  );
  console.log(table("tool", dearest([...cost.keys()].map((name) => row(name, [name], cost)))));
}

type Row = readonly [name: string, tools: number, tokens: number];

function row(name: string, tools: readonly string[], cost: ReadonlyMap<string, number>): Row {
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

function byGroup(
  tools: Catalogue["tools"],
  index: Catalogue["index"],
): Map<string, Catalogue["tools"][number][]> {
  const groups = new Map<string, Catalogue["tools"][number][]>();
  for (const tool of tools) {
    const { group } = index[tool.name]!;
    groups.set(group, [...(groups.get(group) ?? []), tool]);
  }
  return groups;
}
