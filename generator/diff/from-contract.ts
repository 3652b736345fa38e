import { describe, type WordSources } from "../describe/describe.js";
import type { Surface } from "../describe/surface.js";
import type { SourceFile } from "../describe/words.js";
import { applyRepairs } from "../load/repairs.js";
import type { Memo } from "../model/memo.js";
import type { Operation } from "../model/operation.js";
import { ProblemList, type Problem } from "../model/problem.js";
import type { Tool } from "../model/tool.js";
import { normalise } from "../normalise/normalise.js";
import { list, record, resolve, text, type OpenApiDocument } from "../normalise/raw.js";
import { listed } from "../render/listed.js";
import { toolTokens } from "../render/tokens.js";
import type { Misfit, State, ToolState, UpstreamNote } from "./state.js";

/** The words at hand for a document: those of one API, with its repairs and its paging. */
export interface WordsAtHand extends WordSources {
  readonly repairs: SourceFile;
  readonly surface: Pick<Surface, "product" | "paging">;
}

/**
 * One document twice: what an import keeps of it, and as upstream published it; the same where that is not at hand.
 * All references are internal.
 */
export interface Contract {
  readonly facts: OpenApiDocument;
  readonly published: OpenApiDocument;
}

/**
 * The state that a document gives with the words at hand. An operation without words counts under the name that the
 * naming rules propose. Where no operation has any, it is the document of an API without words, which is described by
 * its own prose.
 */
export async function stateOfContract(
  { facts, published }: Contract,
  label: string,
  atHand: WordsAtHand | undefined,
  memo: Memo,
): Promise<State> {
  const problems = new ProblemList();
  const own = normalise(published, label, new ProblemList());
  const words = atHand && haveWords(own, atHand) ? atHand : undefined;
  const operations = words ? normalise(await repaired(facts, words, problems), label, problems) : own;
  const tools = describe(operations, words ?? { words: [] }, words?.surface ?? BARE, problems);
  return {
    label,
    tools: await Promise.all(tools.map((tool) => toolState(tool, words !== undefined, memo))),
    misfits: problems.all.flatMap(misfit),
    upstream: words
      ? new Map(own.map((operation) => [operation.key, note(operation, facts, published)]))
      : new Map(),
  };
}

const BARE: WordsAtHand["surface"] = { product: "api", paging: [] };

/** The keys that words stand under are told from the text: reading them all is done where they are needed. */
function haveWords(operations: readonly Operation[], { words }: WordsAtHand): boolean {
  return operations.some(({ key }) => words.some(({ text }) => text.includes(`${key}:`)));
}

async function repaired(facts: OpenApiDocument, { repairs }: WordsAtHand, problems: ProblemList) {
  const document = facts as Parameters<typeof applyRepairs>[0];
  return (await applyRepairs(document, repairs.text, problems, repairs.at)) as OpenApiDocument;
}

async function toolState(tool: Tool, worded: boolean, memo: Memo): Promise<ToolState> {
  const { operation, name, aliases, managed, title, description, access, hints, tags, poll } = tool;
  const shown = listed(tool);
  return {
    operation: operation.key,
    operationId: operation.operationId,
    name,
    aliases: managed === undefined ? aliases : [...aliases, managed],
    title,
    description,
    access,
    hints,
    tags,
    input: shown.inputSchema,
    poll: poll ?? "none",
    described: tool.described || !worded,
    tokens: await toolTokens(shown, memo),
  };
}

/** Words for an operation or an argument that one side lacks are told as tools and arguments; the rest is told as it is. */
function misfit({ code, at, what }: Problem): Misfit[] {
  const isWords = /\/tools\/[^/]+\.yaml#/.test(at) && !at.includes("/poll");
  return isWords || code === "operation-left-out" ? [] : [{ code, at, what }];
}

function note(
  { path, method, prose, inputs }: Operation,
  facts: OpenApiDocument,
  published: OpenApiDocument,
): UpstreamNote {
  const item = record(published.paths[path]);
  const raw = record(item[method.toLowerCase()]);
  // An import puts parameters in an order of its own.
  const parameters = facts === published ? [] : [...list(item.parameters), ...list(raw.parameters)];
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
