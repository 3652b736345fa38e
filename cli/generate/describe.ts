import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "../../generator/describe/describe.js";
import { loadSurface } from "../../generator/describe/surface.js";
import { skeletons, withSkeletons, type Skeleton } from "../../generator/diff/skeleton.js";
import { applyRepairs } from "../../generator/load/repairs.js";
import { ProblemList } from "../../generator/model/problem.js";
import type { JsonObject } from "../../generator/load/rewrite.js";
import { normalise } from "../../generator/normalise/normalise.js";
import type { OpenApiDocument } from "../../generator/normalise/raw.js";
import { defineCommand } from "../command/command.js";
import { UsageError } from "../command/errors.js";
import { toggle } from "../command/flags.js";
import { apiFlag } from "./api-folder.js";
import { readProject } from "./generate.js";

export const command = defineCommand({
  name: "standpipe describe",
  about: "Prints templates for operations without a description.",
  flags: {
    api: apiFlag,
    missing: toggle("Select operations without a description; required", { default: false }),
    write: toggle("Add the templates to specs/<api>/tools/<group>.yaml", { default: false }),
  },
  async run({ api, missing, write }) {
    if (!missing)
      throw new UsageError(
        "--missing is required. Pass it: there are only templates for operations without a description.",
      );
    const root = process.cwd();
    const templates = await missingWords(root, api);
    if (templates.length === 0) return console.log("Every operation has a description.");
    if (!write) return console.log(printed(templates));
    const written = await writeSkeletons(root, api, templates);
    console.log(
      written.length === 0
        ? "The files hold all templates already."
        : `Fill in the empty places in:\n${written.join("\n")}`,
    );
  },
});

/** A template for each operation of the API without a description. */
export async function missingWords(root: string, api: string): Promise<Skeleton[]> {
  const sources = await readProject(root, api);
  // `generate` reports all other problems.
  const problems = new ProblemList();
  const surface = loadSurface(sources.surface, problems) ?? { product: api, paging: [] };
  const { repairs, contract } = sources;
  const given = JSON.parse(contract.text) as JsonObject;
  const document = await applyRepairs(given, repairs.text, problems, repairs.at);
  const operations = normalise(document as unknown as OpenApiDocument, contract.at, problems);
  return skeletons(describe(operations, sources, surface, problems));
}

/** Adds templates to the files of their groups and returns the files' paths. */
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
