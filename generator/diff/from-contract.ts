import { authOfSettings } from "../auth/auth.js";
import { describe, type WordSources } from "../describe/describe.js";
import { commaLists } from "../describe/own-inputs.js";
import { loadKnowledge } from "../describe/knowledge.js";
import type { SurfaceFile } from "../describe/surface.js";
import type { SourceFile } from "../describe/words.js";
import { presentationOf, withServers } from "../from-document/presentation.js";
import { documentOperations } from "../from-document/operations.js";
import { applyRepairs } from "../load/repairs.js";
import type { Memo } from "../model/memo.js";
import { once } from "../model/once.js";
import type { Operation } from "../model/operation.js";
import { ProblemList, type Problem } from "../model/problem.js";
import type { Tool } from "../model/tool.js";
import { normalise } from "../normalise/normalise.js";
import { list, record, resolve, text, type OpenApiDocument } from "../normalise/raw.js";
import { listed } from "../render/listed.js";
import { estimating, toolTokens } from "../render/tokens.js";
import { loadAccepted, NOTHING_ACCEPTED } from "../suspicion/accepted.js";
import { safeDocument, suspiciousTexts } from "../suspicion/document-texts.js";
import { holdBack } from "../suspicion/hold-back.js";
import { untold } from "../suspicion/report.js";
import { readDocumentContract, type DocumentContract } from "./contract/operation.js";
import { WHOLE_BODY } from "./input-changes.js";
import { readingsOf } from "./readings.js";
import type { Misfit, State, ToolState, UpstreamNote } from "./state.js";

/** An API's descriptions by file name, with its repairs and its surface. */
export interface WordsAtHand extends WordSources {
  readonly repairs: SourceFile;
  readonly accepted: SourceFile;
  readonly knowledge: SourceFile;
  readonly surface: Pick<SurfaceFile, "product" | "paging"> & Partial<Pick<SurfaceFile, "auth" | "servers">>;
}

/** A document to generate tools from. */
export interface Contract {
  /** The whole document with its prose. All references are internal. */
  readonly document: OpenApiDocument;
  /** The base for relative server URLs, if the document came from a URL. */
  readonly url?: string;
  /**
   * The facts that an import keeps.
   * @throws ImportError if the document is not valid OpenAPI
   */
  facts(): OpenApiDocument;
}

/** The state of a document, with the descriptions of an API, or with the document's own summaries. */
export function stateOfContract(
  contract: Contract,
  label: string,
  words: WordsAtHand | undefined,
  memo: Memo,
): Promise<State> {
  return words ? withWords(contract, label, words, memo) : withoutWords(contract, label);
}

/** An operation without a description has the name that the naming rules propose. */
async function withWords(
  { document, facts }: Contract,
  label: string,
  words: WordsAtHand,
  memo: Memo,
): Promise<State> {
  const problems = new ProblemList();
  const imported = facts();
  const repaired = await repairedBy(words, imported, problems);
  const accepted = loadAccepted(words.accepted, problems);
  const safe = safeDocument(repaired, accepted);
  const { operations, held } = holdBack(normalise(safe.document, label, problems), accepted);
  const tools = describe(operations, words, words.surface, problems);
  const whole = readDocumentContract(repaired);
  const { servers, auth: settings } = words.surface;
  const auth = settings && authOfSettings("API", settings);
  const readings = readingsOf(tools, loadKnowledge(words.knowledge, tools, new ProblemList()));
  return {
    label,
    tools: await Promise.all(
      tools.map(async (tool) => ({
        ...(await toolState(tool, whole, memo)),
        aliases: aliasesOf(tool),
        described: tool.described,
        worded: tool.described,
        reads: readings.get(tool.name) ?? [],
      })),
    ),
    ...(servers ? { destination: { servers, auth, document: whole } } : {}),
    misfits: problems.all.flatMap(misfit),
    held: [...held, ...untold([...safe.held, ...suspiciousTexts(repaired, accepted)], held)],
    openFields: accepted.fields,
    upstream: once(() => notesOf(document, imported, operations)),
  };
}

/** A proposed name has no managed name besides it. */
function aliasesOf({ described, aliases, managed }: Tool): readonly string[] {
  return described && managed !== undefined ? [...aliases, managed] : aliases;
}

/** Described by its own summaries, as `generate --spec` does it. */
async function withoutWords(contract: Contract, label: string): Promise<State> {
  const problems = new ProblemList();
  const given = withServers(contract.document, contract.url);
  const { document, held: beside } = safeDocument(given, NOTHING_ACCEPTED);
  const { servers } = presentationOf({ api: "api", document, settings: {}, at: label }, problems);
  const read = documentOperations({ api: "api", document, at: label }, problems);
  const { operations, held } = holdBack(read.operations, NOTHING_ACCEPTED);
  const tools = describe(operations, { words: [] }, { product: "api", paging: [] }, problems);
  const whole = readDocumentContract(given);
  return {
    label,
    tools: await Promise.all(tools.map((tool) => toolState(tool, whole, estimating))),
    destination: { servers, auth: read.auth.auth, document: whole },
    misfits: problems.all.flatMap(misfit),
    held: [...held, ...untold([...beside, ...suspiciousTexts(contract.document, NOTHING_ACCEPTED)], held)],
    upstream: () => new Map(),
  };
}

async function repairedBy({ repairs }: WordsAtHand, facts: OpenApiDocument, problems: ProblemList) {
  const document = facts as Parameters<typeof applyRepairs>[0];
  return (await applyRepairs(document, repairs.text, problems, repairs.at)) as OpenApiDocument;
}

async function toolState(tool: Tool, whole: DocumentContract, memo: Memo): Promise<ToolState> {
  const { operation, name, aliases, title, description, access, hints, tags, poll, formerArguments } = tool;
  const shown = listed(tool);
  const contract = whole.operations.get(operation.key);
  return {
    operation: operation.key,
    operationId: operation.operationId,
    name,
    aliases,
    title,
    description,
    access,
    hints,
    tags,
    input: shown.inputSchema,
    ...(formerArguments ? { formerArguments } : {}),
    commaLists: commaLists(tool.request),
    ...(contract ? { contract, argumentNames: argumentNames(operation) } : {}),
    security: operation.security,
    poll: poll ?? "none",
    described: true,
    tokens: await toolTokens(shown, memo),
  };
}

function argumentNames({ inputs, body }: Operation): Map<string, string> {
  const names = inputs.map(({ in: place, wire, argument }): [string, string] => {
    const name = place === "header" ? wire.toLowerCase() : wire;
    return place === "body" && body?.whole !== undefined
      ? [WHOLE_BODY, argument]
      : [`${place} ${name}`, argument];
  });
  return new Map(names);
}

/**
 * Descriptions for a missing operation or argument are reported as changed tools and arguments. Other misfits are
 * reported as such.
 */
function misfit({ code, at, what }: Problem): Misfit[] {
  const isWords = /\/tools\/[^/]+\.yaml#/.test(at) && !at.includes("/poll");
  return isWords || code === "operation-left-out" ? [] : [{ code, at, what }];
}

/** Prose and parameter order of the document, which no tool contains. Empty for a document that an import wrote. */
function notesOf(
  published: OpenApiDocument,
  facts: OpenApiDocument,
  operations: readonly Operation[],
): Map<string, UpstreamNote> {
  if (published === facts || JSON.stringify(published) === JSON.stringify(facts))
    return new Map(operations.map(({ key }) => [key, { order: [], prose: {} }]));
  return new Map(
    normalise(published, "", new ProblemList(), { answerLevels: 0 }).map((operation) => [
      operation.key,
      noteOf(operation, published),
    ]),
  );
}

function noteOf({ path, method, prose, inputs }: Operation, published: OpenApiDocument): UpstreamNote {
  const item = record(published.paths[path]);
  const raw = record(item[method.toLowerCase()]);
  const parameters = [...list(item.parameters), ...list(raw.parameters)];
  const said = [
    ["summary", prose?.summary],
    ["description", prose?.description],
    ...inputs.map((input) => [input.argument, input.prose]),
  ] as [string, string | undefined][];
  return {
    order: parameters.map((one) => resolve(published, one)).map((one) => `${text(one.in)} ${text(one.name)}`),
    prose: Object.fromEntries(said.filter((entry): entry is [string, string] => entry[1] !== undefined)),
  };
}
