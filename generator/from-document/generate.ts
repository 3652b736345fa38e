import type { ListedTool } from "../../runtime/contract/catalogue.js";
import { describe } from "../describe/describe.js";
import { snakeCase } from "../describe/naming.js";
import { lintNames } from "../lint/names.js";
import type { Memo } from "../model/memo.js";
import type { Operation } from "../model/operation.js";
import { pointer, ProblemList } from "../model/problem.js";
import type { Tool } from "../model/tool.js";
import { normalise } from "../normalise/normalise.js";
import { record, type OpenApiDocument, type Raw } from "../normalise/raw.js";
import { presentationOf, withServers } from "./presentation.js";
import type { SourceFile } from "../describe/words.js";
import type { Outcome } from "../generate.js";
import type { Presentation } from "../render/catalogue.js";
import { listed } from "../render/listed.js";
import { loadAccepted } from "../suspicion/accepted.js";
import { holdBack } from "../suspicion/hold-back.js";
import { safeDocument, safeFacts } from "../suspicion/document-texts.js";
import { reportHeld, untold } from "../suspicion/report.js";
import { render, type Templates } from "../render/render.js";
import { renderTypes } from "../render/types.js";

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
  /** Texts and fields that look harmful and that a person accepted. */
  readonly accepted: SourceFile;
  readonly templates: Templates;
  readonly discover: readonly ListedTool[];
  /** Import path from the folder of the generated files to the runtime's folder, with a slash at the end. */
  readonly runtime: string;
}

/**
 * Generates tools from any OpenAPI document, without touching the disk. The document's summaries become the
 * descriptions. Files are keyed by path.
 */
export async function generateFromDocument(sources: DocumentSources, memo: Memo): Promise<Outcome> {
  const problems = new ProblemList();
  const accepted = loadAccepted(sources.accepted, problems);
  const { document, held: beside } = safeDocument(withServers(sources.document, sources.url), accepted);
  const presentation = presentationOf(sources.api, document, sources.at, problems);
  const { key } = presentation;
  const { operations, held } = holdBack(operationsOf(document, key, sources.at, problems), accepted);
  const facts = sources.facts instanceof Error ? undefined : safeFacts(sources.facts, accepted);
  const all = [...held, ...untold(beside, held)];
  reportHeld([...all, ...untold(facts?.held ?? [], all)], sources.at, sources.accepted.at, problems);
  const product = snakeCase(sources.api);
  const tools = describe(
    operations.map(apartFrom(sources.discover)),
    { words: [] },
    { product, paging: [] },
    problems,
  );
  lint(tools, sources.at, problems);
  if (problems.hasErrors) return { problems, files: new Map(), tools };

  const types = await typesOf({ ...sources, ...(facts ? { facts: facts.document } : {}) }, problems, memo);
  const settings = {
    ...sources,
    folder: ".",
    hasContract: true,
    howToChange: () => "change the document, then generate again.",
  };
  const { files } = await render(
    {
      tools,
      contract: types ?? NO_TYPES,
      presentation: { ...presentation, openFields: accepted.fields },
    },
    settings,
    memo,
  );
  const named = new Map([...files].map(([path, text]) => [path.slice("./".length), text]));
  if (!types) named.set("api.d.ts", LOOSE_TYPES);
  named.set("contract.json", `${JSON.stringify(contractOf(sources))}\n`);
  return { problems, files: named, tools };
}

/** The contract for a sandbox: the facts, or the whole document if it is invalid. */
function contractOf({ facts, document }: DocumentSources): OpenApiDocument {
  return facts instanceof Error ? document : facts;
}

/** The operations of a document, without the argument for the API's key. */
export function operationsOf(
  document: OpenApiDocument,
  key: Presentation["key"],
  at: string,
  problems: ProblemList,
): Operation[] {
  return normalise(document, at, problems, {
    isFilledIn: (place, name) => key !== undefined && place === key.in && sameName(place, name, key.name),
    // Answers are only read to find out whether they are lists.
    answerLevels: 0,
  });
}

function sameName(place: string, one: string, other: string): boolean {
  return place === "header" ? one.toLowerCase() === other.toLowerCase() : one === other;
}

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

/** The facts. If no types can be made from them, modules are not checked against types. */
async function typesOf(
  { facts, at }: DocumentSources,
  problems: ProblemList,
  memo: Memo,
): Promise<OpenApiDocument | undefined> {
  const contract = facts instanceof Error ? facts : withDistinctIds(facts);
  const reason = contract instanceof Error ? contract : await failure(() => renderTypes(contract, memo));
  if (!reason) return contract as OpenApiDocument;
  const [first] = reason.message.split("\n");
  problems.warn(
    "types-left-out",
    at,
    `No types can be made from the document, so modules are not checked against types: ${first}`,
  );
  return undefined;
}

/** openapi-typescript refuses an operationId that two operations share, so it is dropped. */
function withDistinctIds(facts: OpenApiDocument): OpenApiDocument {
  const seen = new Set<unknown>();
  const distinct = (operation: Raw): Raw => {
    const { operationId, ...rest } = operation;
    if (operationId === undefined || !seen.has(operationId)) {
      seen.add(operationId);
      return operation;
    }
    return rest;
  };
  const item = (given: unknown) =>
    Object.entries(record(given)).map(
      ([key, value]) => [key, Array.isArray(value) ? (value as unknown[]) : distinct(record(value))] as const,
    );
  const paths = Object.entries(facts.paths).map(
    ([path, given]) => [path, Object.fromEntries(item(given))] as const,
  );
  return { ...facts, paths: Object.fromEntries(paths) };
}

async function failure(work: () => Promise<unknown>): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

const NO_TYPES: OpenApiDocument = { openapi: "3.1.0", info: { title: "", version: "" }, paths: {} };

const LOOSE_TYPES = `// Generated: no types can be made from the document, so modules are not checked against types. Do not edit.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type paths = any;
`;
