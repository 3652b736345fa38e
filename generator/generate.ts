import type { ListedTool } from "../runtime/catalogue.js";
import { describe, type WordSources } from "./describe/describe.js";
import { loadSurface, type Surface } from "./describe/surface.js";
import type { SourceFile } from "./describe/words.js";
import { lintBudgets } from "./lint/budgets.js";
import { lintNames, parseNamesLock, printNamesLock } from "./lint/names.js";
import { lintSurface } from "./lint/surface.js";
import { lintWords } from "./lint/words.js";
import { applyRepairs } from "./load/repairs.js";
import type { Memo } from "./model/memo.js";
import { pointer, ProblemList } from "./model/problem.js";
import type { Tool } from "./model/tool.js";
import { normalise } from "./normalise/normalise.js";
import type { OpenApiDocument } from "./normalise/raw.js";
import { render, type Templates } from "./render/render.js";

/** Everything that a generation reads, as text. */
export interface Sources extends WordSources {
  /** The API's name: the folder's under specs/ and generated/. */
  readonly api: string;
  readonly contract: SourceFile;
  readonly repairs: SourceFile;
  readonly surface: SourceFile;
  readonly namesLock: SourceFile;
  readonly templates: Templates;
  /** Tools that stand beside the generated ones on the curated and discover surfaces, for their cost. */
  readonly discover: readonly ListedTool[];
}

/** What a generation gives: problems, and the files by path from the project's root; none when there are errors. */
export interface Outcome {
  readonly problems: ProblemList;
  readonly files: ReadonlyMap<string, string>;
  readonly tools: readonly Tool[];
}

/** The pipeline, pure: text in, problems and files out. */
export async function generate(sources: Sources, memo: Memo): Promise<Outcome> {
  const problems = new ProblemList();
  const surface = loadSurface(sources.surface, problems);
  const contract = await applyRepairs(JSON.parse(sources.contract.text), sources.repairs.text, problems);
  const operations = normalise(contract as OpenApiDocument, sources.contract.at, problems);
  if (!surface) return { problems, files: new Map(), tools: [] };

  const tools = describe(operations, sources, surface, problems);
  lint(tools, sources, surface, problems);
  if (problems.hasErrors) return { problems, files: new Map(), tools };

  const rendered = await render(tools, contract as OpenApiDocument, surface, sources, memo);
  lintBudgets(rendered.costs, surface.budgets, sources.surface.at, problems);
  if (problems.hasErrors) return { problems, files: new Map(), tools };

  const lock = printNamesLock(parseNamesLock(sources.namesLock.text), tools);
  return { problems, files: new Map([...rendered.files, [sources.namesLock.at, lock]]), tools };
}

function lint(tools: readonly Tool[], sources: Sources, surface: Surface, problems: ProblemList): void {
  const at = ({ group, operation, described }: Tool) =>
    described
      ? `specs/${sources.api}/tools/${group}.yaml#${pointer("operations", operation.key)}`
      : `${sources.contract.at}#${pointer("paths", operation.path, operation.method.toLowerCase())}`;
  lintWords(tools, at, problems);
  lintNames(tools, parseNamesLock(sources.namesLock.text), at, problems);
  lintSurface(tools, surface, sources.surface.at, problems);
}
