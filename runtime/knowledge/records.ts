import type { CallContext } from "../contract/caller.js";
import type { Failed } from "../contract/outcome.js";
import type { KnowledgeKind } from "../contract/catalogue.js";
import { itemsOf, type ToolRead, type ReadTool } from "./read-tool.js";
import { foundOf, type Item } from "./document.js";
import { PAGE, type Newest } from "./newest.js";
import type { Query } from "./query.js";
import type { Candidate } from "./rank.js";
import { textsIn, type Words } from "./words.js";

export interface RecordParts {
  readonly web: string;
  readonly answers: ReadTool;
  readonly newest: Newest;
}

/** Records of one kind that may match. */
export interface Records {
  readonly candidates: readonly Candidate[];
  /** Why there may be more records. */
  readonly failed?: Failed;
}

/** The query, and how texts become words. */
export interface Sought {
  readonly query: Query;
  readonly words: Words;
}

/**
 * The newest records of a kind. If there are more, also those that the API finds by the words, and the one with a
 * number.
 */
export async function recordsOf(
  kind: KnowledgeKind,
  { query, words }: Sought,
  { answers, newest: newestOf, web }: RecordParts,
  context: CallContext,
): Promise<Records> {
  const first = await newestOf(kind, context);
  if ("failed" in first) return { candidates: [], failed: first.failed };
  const newest = itemsOf(first.value);
  if (!goesOn(first.value)) return { candidates: candidatesOf(newest) };
  const asked = kind.words === undefined ? [] : questionsOf(query, newest, words);
  const answered = await Promise.all([
    ...asked.map((question) =>
      answers(kind.list, { [kind.words!]: question, limit: PAGE, fields: `[*].${kind.item}` }, context),
    ),
    ...(isMissing(query, newest) ? [numbered(query.number!)] : []),
  ]);
  const further = answered.flatMap((answer) => ("value" in answer ? [...itemsOf(answer.value)] : []));
  const failures = answered.flatMap((answer) => ("failed" in answer ? [answer.failed] : []));
  return { candidates: candidatesOf(newest, further), failed: failures[0] };

  /** A number is one of the names that become ids. */
  async function numbered(number: string): Promise<ToolRead> {
    const answer = await answers(kind.get, { [kind.id]: number, fields: `{items: [${kind.item}]}` }, context);
    const isNone =
      "failed" in answer && ["not_found", "invalid_arguments"].includes(answer.failed.fault.kind);
    return isNone ? { value: { items: [] }, isCut: false } : answer;
  }

  function candidatesOf(items: readonly Item[], narrowed: readonly Item[] = []): Candidate[] {
    const byId = new Map<string, Candidate>();
    const add = (isNarrowed: boolean) => (item: Item) => {
      const found = foundOf(kind, item, web);
      if (found) byId.set(found.id, { kind: kind.kind, found, item, isNarrowed });
    };
    items.forEach(add(false));
    narrowed.forEach(add(true));
    return [...byId.values()];
  }
}

function goesOn({ items, total, next_cursor }: Item): boolean {
  return next_cursor !== undefined || Number(total ?? 0) > (items as readonly unknown[]).length;
}

/** The search text for the API: all words as written, and the word that is rarest among the newest records. */
function questionsOf({ written }: Query, newest: readonly Item[], words: Words): string[] {
  if (written.length === 0) return [];
  const texts = newest.map((item) => new Set(words(textsIn(item).join(" "))));
  const frequency = (word: string) =>
    texts.filter((text) => words(word).every((term) => text.has(term))).length;
  const rarest = [...written].sort(
    (one, other) => frequency(one) - frequency(other) || other.length - one.length,
  )[0]!;
  return [...new Set([written.join(" "), rarest])];
}

function isMissing({ number }: Query, newest: readonly Item[]): boolean {
  const numbers = newest.flatMap((item) => item["number"] ?? []);
  return number !== undefined && numbers.length > 0 && !numbers.some((own) => String(own) === number);
}
