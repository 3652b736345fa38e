import { variablePrefix, type Auth } from "../runtime/contract/auth.js";
import type { ListedTool } from "../runtime/contract/catalogue.js";
import { authOfSettings } from "./auth/auth.js";
import { describe, type WordSources } from "./describe/describe.js";
import { loadKnowledge } from "./describe/knowledge.js";
import { loadSurface, type SurfaceFile } from "./describe/surface.js";
import { loadVocabulary } from "./describe/vocabulary.js";
import type { SourceFile } from "./describe/words.js";
import { lintBudgets } from "./lint/budgets.js";
import { lintDeclarations } from "./lint/declarations.js";
import { lintModules } from "./lint/modules.js";
import { lintNames, parseNamesLock, printNamesLock } from "./lint/names.js";
import { lintSurface, type Served } from "./lint/surface.js";
import { lintViews } from "./lint/view.js";
import { lintOwnWords, lintWords } from "./lint/words.js";
import { applyRepairs } from "./load/repairs.js";
import type { Memo } from "./model/memo.js";
import { pointer, ProblemList } from "./model/problem.js";
import type { Tool } from "./model/tool.js";
import { normalise } from "./normalise/normalise.js";
import type { OpenApiDocument } from "./normalise/raw.js";
import { loadAccepted } from "./suspicion/accepted.js";
import { holdBack } from "./suspicion/hold-back.js";
import { safeDocument, safeFacts } from "./suspicion/document-texts.js";
import { reportHeld, untold } from "./suspicion/report.js";
import { loadWorkflows } from "./workflows/load.js";
import { render, type Templates } from "./render/render.js";
import { renderTypes } from "./render/types/types.js";

/** All inputs of a generation, as text. */
export interface Sources extends WordSources {
  /** The API's name, which is also its folder under specs/ and generated/. */
  readonly api: string;
  readonly contract: SourceFile;
  readonly repairs: SourceFile;
  readonly surface: SourceFile;
  readonly knowledge: SourceFile;
  readonly vocabulary: SourceFile;
  readonly namesLock: SourceFile;
  /** Programs that are one tool each. */
  readonly workflows: readonly SourceFile[];
  /** Texts and fields that look harmful and that a person accepted. */
  readonly accepted: SourceFile;
  readonly templates: Templates;
  /** Standpipe's own tools on the curated and discover surfaces, to count their cost. */
  readonly discover: readonly ListedTool[];
}

/** The result: problems, and the files by path from the project's root. No files if there are errors. */
export interface Outcome {
  readonly problems: ProblemList;
  readonly files: ReadonlyMap<string, string>;
  readonly tools: readonly Tool[];
}

/** The pipeline. It is pure: text in, problems and files out. */
export async function generate(sources: Sources, memo: Memo): Promise<Outcome> {
  const problems = new ProblemList();
  const surface = loadSurface(sources.surface, problems);
  const upstream = parseContract(sources.contract, problems);
  if (!upstream) return { problems, files: new Map(), tools: [] };
  const { at, text } = sources.repairs;
  const contract = (await applyRepairs(upstream, text, problems, at)) as OpenApiDocument;
  const accepted = loadAccepted(sources.accepted, problems);
  const { document, held: beside } = safeDocument(contract, accepted);
  const { operations, held } = holdBack(normalise(document, sources.contract.at, problems), accepted);
  const facts = safeFacts(contract, accepted);
  const all = [...held, ...untold(beside, held)];
  reportHeld([...all, ...untold(facts.held, all)], sources.contract.at, sources.accepted.at, problems);

  const tools = describe(operations, sources, surface ?? BARE, problems);
  const knowledge = loadKnowledge(sources.knowledge, tools, problems);
  const vocabulary = loadVocabulary(sources.vocabulary, problems);
  if (knowledge) lintOwnWords(knowledge.tools, sources.knowledge.at, problems);
  const workflows = loadWorkflows(sources.workflows, tools, problems);
  if (surface) lint({ tools, workflows }, sources, surface, problems);
  if (!surface || problems.hasErrors) return { problems, files: new Map(), tools };

  const presentation = {
    ...surface,
    auth: authIn(surface, sources.api),
    knowledge,
    vocabulary,
    openFields: accepted.fields,
  };
  const types = renderTypes(facts.document);
  const rendered = await render(
    { tools, workflows, contract: facts.document, types, presentation },
    sources,
    memo,
  );
  await lintModules(tools, rendered.modules, memo, problems);
  await lintDeclarations(rendered.declarations(), sources.contract.at, memo, problems);
  lintBudgets(rendered.costs, surface.budgets, sources.surface.at, problems);
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- lintBudgets has added to the problems
  if (problems.hasErrors) return { problems, files: new Map(), tools };

  const names = printNamesLock(parseNamesLock(sources.namesLock.text), tools);
  const locks = [
    [sources.namesLock.at, names],
    [`specs/${sources.api}/surface.lock`, rendered.lock()],
  ] as const;
  return { problems, files: new Map([...rendered.files, ...locks]), tools };
}

function authIn({ auth }: SurfaceFile, api: string): Auth | undefined {
  return auth === undefined ? undefined : authOfSettings(variablePrefix(api), auth);
}

/** Replaces a presentation that could not be read, so that descriptions are still checked against the contract. */
const BARE: Pick<SurfaceFile, "product" | "paging"> = { product: "api", paging: [] };

function parseContract({ at, text }: SourceFile, problems: ProblemList) {
  try {
    return JSON.parse(text) as Parameters<typeof applyRepairs>[0];
  } catch {
    problems.error("malformed-source", at, "It is not JSON.", "import it again with standpipe import");
    return undefined;
  }
}

function lint(served: Served, sources: Sources, surface: SurfaceFile, problems: ProblemList): void {
  const { tools } = served;
  const at = ({ group, operation, described }: Tool) =>
    described
      ? `specs/${sources.api}/tools/${group}.yaml#${pointer("operations", operation.key)}`
      : `${sources.contract.at}#${pointer("paths", operation.path, operation.method.toLowerCase())}`;
  // Descriptions that could not be read were reported already. They would also count as missing.
  const unread = problems.has("malformed-yaml", "malformed-source");
  const known = unread ? tools.filter((tool) => tool.described) : tools;
  lintWords(known, at, problems);
  lintViews(known, at, problems);
  lintNames(known, parseNamesLock(sources.namesLock.text), at, problems);
  if (!unread) lintSurface(served, surface, sources.surface.at, problems);
}
