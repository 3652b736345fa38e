import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { withOwnInputs } from "../../../generator/describe/own-inputs.js";
import { loadCommonWords, loadWords, type SourceFile } from "../../../generator/describe/words.js";
import { applyRepairs } from "../../../generator/load/repairs.js";
import type { Operation } from "../../../generator/model/operation.js";
import type { ProblemList } from "../../../generator/model/problem.js";
import { normalise } from "../../../generator/normalise/normalise.js";
import type { OpenApiDocument } from "../../../generator/normalise/raw.js";
import { contract, SPECS } from "../../all-tools.js";

/** FireHydrant's operations, repaired, with the names of arguments that the descriptions give. */
export async function describedOperations(problems: ProblemList): Promise<Operation[]> {
  const file = async (at: string): Promise<SourceFile> => ({
    at,
    text: await readFile(join(SPECS, at), "utf8"),
  });
  const { text: repairs } = await file("repairs.yaml");
  const repaired = await applyRepairs(contract, repairs, problems);
  const operations = normalise(repaired as OpenApiDocument, "openapi.json", problems);
  const names = await readdir(join(SPECS, "tools"));
  const words = loadWords(await Promise.all(names.map((name) => file(`tools/${name}`))), problems);
  return withOwnInputs(operations, words, loadCommonWords(await file("common.yaml"), problems), problems);
}
