import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import yargs from "yargs";
import { describe } from "../generator/describe/describe.js";
import { loadSurface } from "../generator/describe/surface.js";
import { skeletons, withSkeletons, type Skeleton } from "../generator/diff/skeleton.js";
import { applyRepairs } from "../generator/load/repairs.js";
import { ProblemList } from "../generator/model/problem.js";
import { normalise } from "../generator/normalise/normalise.js";
import type { OpenApiDocument } from "../generator/normalise/raw.js";
import { readProject } from "./generate.js";

/** `standpipe describe --missing`: words to fill in for every operation that nobody described. */
export async function run(argv: readonly string[]): Promise<void> {
  const flags = yargs([...argv])
    .scriptName("standpipe describe")
    .usage("$0 --missing [--write]\n\nPrints words to fill in for every operation that has none.")
    .options({
      api: { string: true, requiresArg: true, default: "firehydrant", describe: "Folder under specs/" },
      missing: { boolean: true, demandOption: true, describe: "For the operations without words" },
      write: { boolean: true, default: false, describe: "Put them into specs/<api>/tools/<group>.yaml" },
    })
    .strict()
    .version(false)
    .parseSync();
  const root = process.cwd();
  const missing = await missingWords(root, flags.api);
  if (flags.write) {
    const written = await writeSkeletons(root, flags.api, missing);
    console.log(
      written.length === 0 ? "Nothing to write." : `Fill in the empty places:\n${written.join("\n")}`,
    );
  } else console.log(missing.length === 0 ? "Every operation has words." : printed(missing));
}

/** A skeleton for each operation of the API without words. */
export async function missingWords(root: string, api: string): Promise<Skeleton[]> {
  const sources = await readProject(root, api);
  // What else is wrong is for `generate` to say.
  const problems = new ProblemList();
  const surface = loadSurface(sources.surface, problems) ?? { product: api, paging: [] };
  const { repairs, contract } = sources;
  const document = await applyRepairs(JSON.parse(contract.text), repairs.text, problems, repairs.at);
  const operations = normalise(document as unknown as OpenApiDocument, contract.at, problems);
  return skeletons(describe(operations, sources, surface, problems));
}

/** Puts skeletons into the words files of their groups and gives the files' paths. */
export async function writeSkeletons(
  root: string,
  api: string,
  blocks: readonly Skeleton[],
): Promise<string[]> {
  const { words } = await readProject(root, api);
  const written: string[] = [];
  for (const group of new Set(blocks.map((one) => one.group))) {
    const at = `specs/${api}/tools/${group}.yaml`;
    const before = words.find((file) => file.at === at)?.text;
    const after = withSkeletons(
      group,
      before,
      blocks.filter((one) => one.group === group),
    );
    if (after === before) continue;
    await writeFile(join(root, at), after);
    written.push(at);
  }
  return written;
}

function printed(blocks: readonly Skeleton[]): string {
  const groups = [...new Set(blocks.map(({ group }) => group))].sort();
  return groups
    .map((group) => {
      const own = blocks.filter((one) => one.group === group).map(({ yaml }) => yaml);
      return `# ${group}.yaml\n${own.join("\n")}`;
    })
    .join("\n");
}
