import { estimateTokens, largestWithin } from "../answer/budget.js";
import { refuse } from "../arguments/refuse.js";
import type { CallContext } from "../contract/caller.js";
import type { Failed } from "../contract/outcome.js";
import type { KnowledgeKind } from "../contract/catalogue.js";
import { itemsOf, type ToolRead, type ReadTool } from "./read-tool.js";
import { foundOf, type Found, type Item } from "./document.js";
import { textOf } from "./text.js";

/** A read record in OpenAI's format of a document. */
export interface Document extends Found {
  readonly text: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface FetchParts {
  readonly kinds: readonly KnowledgeKind[];
  readonly web: string;
  readonly answers: ReadTool;
  /** Tokens of a result. */
  readonly tokenBudget: number;
  /** Whether a tool exists for this client. */
  readonly exists: (tool: string) => boolean;
}

/** Maximum items of another list. */
const MOST_ITEMS = 100;
/** Tokens reserved for the fields next to the text. */
const RESERVE = 200;

/**
 * Reads one record with its related lists.
 * @throws Fault `invalid_arguments` for an id that search cannot have returned
 */
export async function fetchDocument(
  id: string,
  { kinds, web, answers, tokenBudget, exists }: FetchParts,
  context: CallContext,
): Promise<Document | { readonly failed: Failed }> {
  const [name, own] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
  const kind = kinds.find((one) => one.kind === name) ?? refuseId(kinds);
  const fields = `{item: ${kind.item}, record: ${kind.record}}`;
  const further = kind.more.filter(({ list }) => exists(list));
  const [read, ...lists] = await Promise.all([
    answers(kind.get, { [kind.id]: own, fields }, context),
    ...further.map((more) =>
      answers(more.list, { [more.id]: own, limit: MOST_ITEMS, fields: `[*].${more.item}` }, context),
    ),
  ]);
  if ("failed" in read) return read;
  const { item, record } = read.value as { item: Item; record: Item };
  const found = foundOf(kind, item, web) ?? refuseId(kinds);
  const sections = further.map(({ title }, at) => sectionOf(title, lists[at]!));
  const whole = [textOf(record), ...sections].filter((part) => part !== "").join("\n\n");
  const text = withinBudget(whole, tokenBudget - RESERVE);
  const isCut = read.isCut || text.length < whole.length;
  return { ...found, text, metadata: metadataOf(kind, item, isCut) };
}

function refuseId(kinds: readonly KnowledgeKind[]): never {
  refuse("id", `ids are as search gives them, such as ${kinds[0]!.kind}:…`);
}

/** Unreadable parts are reported. Otherwise it would look as if there were none. */
function sectionOf(title: string, answer: ToolRead): string {
  if ("failed" in answer) return `${title}: not read. ${answer.failed.fault.message}`;
  const items = itemsOf(answer.value);
  if (items.length === 0) return "";
  const { total } = answer.value;
  const part = typeof total === "number" ? ` (${items.length} of ${total})` : "";
  return `${title}${part}:\n${textOf(items)}`;
}

function withinBudget(text: string, budget: number): string {
  if (estimateTokens(text) <= budget) return text;
  const lines = text.split("\n");
  const shown = largestWithin(lines.length, budget, (count) =>
    estimateTokens(lines.slice(0, count).join("\n")),
  );
  return lines.slice(0, shown).join("\n");
}

/** A list's items about the record as texts, and whether the text is complete. */
function metadataOf({ kind }: KnowledgeKind, item: Item, isCut: boolean): Record<string, string> {
  const plain = Object.entries(item).filter(
    ([name, value]) =>
      !["id", "url"].includes(name) && ["string", "number", "boolean"].includes(typeof value),
  );
  return {
    kind,
    ...Object.fromEntries(plain.map(([name, value]) => [name, String(value)])),
    ...(isCut ? { cut: "The text is the beginning; the whole is at the link." } : {}),
  };
}
