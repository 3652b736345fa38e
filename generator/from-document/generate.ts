import { stringify } from "yaml";
import type { ListedTool } from "../../runtime/contract/catalogue.js";
import { FEW_TOOLS } from "../../runtime/contract/surfaces.js";
import type { AuthSettings } from "../auth/settings.js";
import { describe } from "../describe/describe.js";
import { didYouMean } from "../describe/did-you-mean.js";
import { snakeCase } from "../describe/naming.js";
import type { SourceFile } from "../describe/words.js";
import type { Outcome } from "../generate.js";
import { lintNames } from "../lint/names.js";
import type { Operation } from "../model/operation.js";
import { pointer, ProblemList } from "../model/problem.js";
import type { Tool } from "../model/tool.js";
import type { OpenApiDocument } from "../normalise/raw.js";
import type { Presentation } from "../render/catalogue.js";
import { listed } from "../render/listed.js";
import { render, type Templates } from "../render/render.js";
import { estimating } from "../render/tokens.js";
import { loadAccepted } from "../suspicion/accepted.js";
import { holdBack } from "../suspicion/hold-back.js";
import { safeDocument, safeFacts } from "../suspicion/document-texts.js";
import { reportHeld, untold } from "../suspicion/report.js";
import { guessCurated } from "./guess/curated.js";
import { guessesOf, type Guesses } from "./guess/guesses.js";
import { documentOperations, type DocumentOperations } from "./operations.js";
import { withListParameters } from "./list-parameters.js";
import { overridesOf } from "./overrides.js";
import { presentationOf, withServers } from "./presentation.js";
import { loadOverrides, loadSettings, SETTINGS_FILE, type LoadedSettings } from "./settings.js";
import { renderSkeleton } from "./skeleton.js";
import { typesOf } from "./types.js";

/** All inputs for an API without descriptions files. */
export interface DocumentSources {
  /** The API's name, in lower case. */
  readonly api: string;
  /** The whole document with its prose. All references are internal. */
  readonly document: OpenApiDocument;
  /** The source of the document, for problems. */
  readonly at: string;
  /** The base for relative server URLs, if the document came from a URL. */
  readonly url?: string;
  /** The document's facts, from which types are made; or the reason why there are none. */
  readonly facts: OpenApiDocument | Error;
  /** Why some of its schemas have no facts. */
  readonly misfits?: readonly Error[];
  /** Texts and fields that look harmful and that a person accepted. */
  readonly accepted: SourceFile;
  /** `standpipe.yaml`; empty where there is none. */
  readonly settings: SourceFile;
  /** The words file that the settings name. */
  readonly words?: SourceFile;
  /** What `--auth` says, in place of the document and the settings. */
  readonly auth?: AuthSettings;
  readonly templates: Templates;
  readonly discover: readonly ListedTool[];
  /** Import path from the folder of the generated files to the runtime's folder, with a slash at the end. */
  readonly runtime: string;
}

/** What the generation of an API gives, with the settings that it was made by. */
export interface DocumentOutcome extends Outcome {
  /** `standpipe.yaml` as a person may begin with: comments that show what was taken and guessed. */
  readonly skeleton: string;
}

/**
 * Generates tools from any OpenAPI document, without touching the disk. The document's summaries become the
 * descriptions. Files are keyed by path.
 */
export async function generateFromDocument(sources: DocumentSources): Promise<DocumentOutcome> {
  const problems = new ProblemList();
  const { api, at } = sources;
  const loaded = loadSettings(sources.settings, problems);
  const { settings } = loaded;
  const accepted = loadAccepted(sources.accepted, problems);
  const given = withListParameters(withServers(sources.document, sources.url));
  const { document, held: beside } = safeDocument(given, accepted);
  const base = presentationOf({ api, document, settings, at }, problems);
  const read = documentOperations({ api, document, settings: loaded, auth: sources.auth, at }, problems);
  const { operations: safe, held } = holdBack(read.operations, accepted);
  const contract = safeFacts(
    sources.facts instanceof Error ? document : withListParameters(sources.facts),
    accepted,
  );
  const all = [...held, ...untold(beside, held)];
  reportHeld([...all, ...untold(contract.held, all)], at, sources.accepted.at, problems);
  const operations = safe.map(apartFrom(sources.discover));

  const guessed = guessesOf(document, operations);
  const tools = describeWith({ sources, loaded, operations, guessed }, problems);
  lint(tools, at, problems);
  const curated = curatedOf(tools, guessed, loaded, problems);
  const presentation: Presentation = {
    ...base,
    ...curated,
    auth: read.auth.auth,
    origins: read.origins,
    openFields: accepted.fields,
  };
  const skeleton = renderSkeleton({ api, presentation, auth: read.auth, guessed, tools });
  if (problems.hasErrors) return { problems, files: new Map(), tools, skeleton };
  const { isCredential } = read;
  const facts = sources.facts instanceof Error ? sources.facts : contract.document;
  const files = await filesOf({ ...sources, facts, isCredential }, { tools, presentation }, problems);
  files.set("contract.json", `${JSON.stringify(contract.document)}\n`);
  return { problems, files, tools, skeleton };
}

interface Describing {
  readonly sources: DocumentSources;
  readonly loaded: LoadedSettings;
  readonly operations: readonly Operation[];
  readonly guessed: Guesses;
}

function describeWith(
  { sources, loaded, operations, guessed }: Describing,
  problems: ProblemList,
): readonly Tool[] {
  const { settings, at } = loaded;
  const words = loadOverrides(sources.words, problems);
  const polling = settings.polling ?? guessed.polling;
  const wordsAt = sources.words?.at ?? SETTINGS_FILE;
  const overrides = overridesOf(operations, { settings: loaded, words, wordsAt, polling }, problems);
  const relations = settings.relations && { at: at(["relations"]), text: stringify(settings.relations) };
  return describe(
    operations,
    { words: [], relations, names: overrides.names, overrides: overrides.words },
    { product: snakeCase(sources.api), paging: settings.paging ?? guessed.paging },
    problems,
  );
}

/** The curated set: the settings', or what is guessed for an API with too many tools to list them all. */
function curatedOf(
  tools: readonly Tool[],
  { answersList }: Guesses,
  { settings: { curated }, at }: LoadedSettings,
  problems: ProblemList,
): { readonly curated: readonly string[] } {
  const known = tools.map(({ name }) => name);
  for (const [index, name] of (curated ?? []).entries())
    if (!known.includes(name))
      problems.error(
        "unknown-tool",
        at(["curated", index]),
        `There is no tool ${name}.`,
        didYouMean(name, known),
      );
  return { curated: curated ?? (tools.length > FEW_TOOLS ? guessCurated(tools, answersList) : []) };
}

async function filesOf(
  sources: DocumentSources & Pick<DocumentOperations, "isCredential">,
  { tools, presentation }: { readonly tools: readonly Tool[]; readonly presentation: Presentation },
  problems: ProblemList,
): Promise<Map<string, string>> {
  const types = typesOf(sources, problems);
  const settings = {
    ...sources,
    folder: ".",
    hasContract: true,
    howToChange: () => `change ${SETTINGS_FILE} or the document, then generate again.`,
  };
  const contract = sources.facts instanceof Error ? NO_FACTS : sources.facts;
  const all = { tools, workflows: [], contract, types, presentation };
  const { files } = await render(all, settings, estimating);
  return new Map([...files].map(([path, text]) => [path.slice("./".length), text]));
}

/** For a document from which no facts can be read: every answer may be anything. */
const NO_FACTS: OpenApiDocument = { openapi: "3.1.0", info: { title: "", version: "" }, paths: {} };

/** Names of the tools that find and call other tools. Operations cannot have them. */
function apartFrom(discover: readonly ListedTool[]): (operation: Operation) => Operation {
  const taken = new Set(discover.map(({ name }) => name));
  return (operation) => {
    const { operationId = "" } = operation;
    return taken.has(snakeCase(operationId))
      ? { ...operation, operationId: `${operationId} of the API` }
      : operation;
  };
}

function lint(tools: readonly Tool[], at: string, problems: ProblemList): void {
  const where = ({ operation: { path, method } }: Tool) =>
    at + "#" + pointer("paths", path, method.toLowerCase());
  lintNames(tools, new Map(), where, problems);
  if (tools.length === 0)
    problems.error("no-operations", at, "The document has no operation that can be served.");
  for (const tool of tools) {
    const length = JSON.stringify(listed(tool).inputSchema).length;
    if (length <= LONG_INPUT) continue;
    const what = `The input schema of ${tool.name} takes ${length} characters, cut as far as it can be.`;
    problems.warn("large-input", where(tool), what);
  }
}

/** Well above the limit in `normalise`. With this many fields, cutting by depth no longer helps. */
const LONG_INPUT = 16_000;
