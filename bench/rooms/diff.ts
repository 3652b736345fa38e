import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare } from "../../cli/diff/compare.js";
import { printMarkdown } from "../../generator/diff/print-markdown.js";
import { median, timed } from "../kit/measure.js";
import { ms, row } from "../kit/table.js";

const RUNS = 5;

/** `standpipe diff` in this process: the current tools against a state that differs in many tools. */
export async function benchDiff(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-bench-"));
  const catalogue = await changed(
    "generated/firehydrant/catalog.json",
    join(folder, "catalog.json"),
    ageCatalogue,
  );
  const contract = await changed("specs/firehydrant/openapi.json", join(folder, "openapi.json"), ageContract);
  await benchSides("diff of the full catalogues", catalogue, "generated/firehydrant", "1000 ms");
  await benchSides("diff of the full documents", contract, "specs/firehydrant/openapi.json");
  await rm(folder, { recursive: true });
}

async function benchSides(what: string, base: string, head: string, aim?: string): Promise<void> {
  let tools = 0;
  const run = async () => {
    const found = await compare({ root: process.cwd(), api: "firehydrant" }, base, head);
    printMarkdown(found);
    tools = found.changed.length + found.added.length;
  };
  const [first] = await timed(1, run);
  row(what, ms(median(await timed(RUNS, run))), {
    against: `${tools} tools differ; ${ms(first!)} at first`,
    aim,
  });
}

async function changed<Value>(from: string, to: string, change: (value: Value) => void): Promise<string> {
  const value = JSON.parse(await readFile(from, "utf8")) as Value;
  change(value);
  await writeFile(to, JSON.stringify(value));
  return to;
}

type Named = Record<string, object>;

/** Every tenth tool is missing. Of every fifth other tool the description and an argument differ. */
function ageCatalogue(catalogue: {
  tools: { name: string; description: string; inputSchema: { properties: Named } }[];
  index: Named;
}): void {
  const gone = catalogue.tools.filter((_, index) => index % 10 === 0);
  for (const { name } of gone) delete catalogue.index[name];
  catalogue.tools = catalogue.tools.filter((tool) => !gone.includes(tool));
  for (const tool of catalogue.tools.filter((_, index) => index % 5 === 0)) {
    tool.description = tool.description.replace(/\w+/, "Formerly");
    const [argument] = Object.keys(tool.inputSchema.properties);
    if (argument !== undefined) delete tool.inputSchema.properties[argument];
  }
}

/** Every twelfth path is missing, and every fourth operation lacks its last parameter. */
function ageContract(contract: { paths: Record<string, Record<string, { parameters?: unknown[] }>> }): void {
  const paths = Object.entries(contract.paths);
  for (const [path] of paths.filter((_, index) => index % 12 === 0)) delete contract.paths[path];
  const operations = paths.flatMap(([, methods]) => Object.values(methods));
  for (const { parameters } of operations.filter((_, index) => index % 4 === 0)) parameters?.pop();
}
