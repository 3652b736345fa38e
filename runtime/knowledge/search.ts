import type { CallContext } from "../contract/caller.js";
import type { Failed } from "../contract/outcome.js";
import type { KnowledgeKind } from "../contract/catalogue.js";
import type { Found } from "./document.js";
import { readQuery } from "./query.js";
import { rank, type Candidate } from "./rank.js";
import { recordsOf, type RecordParts } from "./records.js";
import { createWords } from "./words.js";

/** The found records, and the kinds that could not be searched, with the reasons. */
export interface Searched {
  readonly results: readonly Found[];
  readonly failed: ReadonlyMap<string, Failed>;
}

const MOST_RESULTS = 20;
/** Maximum of one kind while there are others, so that many similar ones do not hide a different one. */
const MOST_OF_A_KIND = 12;

export interface SearchParts extends RecordParts {
  readonly kinds: readonly KnowledgeKind[];
}

/** Searches all kinds in parallel. A failing kind does not affect the others. */
export async function search(text: string, parts: SearchParts, context: CallContext): Promise<Searched> {
  const words = createWords();
  const query = readQuery(text, parts.kinds, words);
  if (query.plain === "") return { results: [], failed: new Map() };
  let done = 0;
  const searched = await Promise.all(
    parts.kinds.map(async (kind) => {
      const records = await recordsOf(kind, { query, words }, parts, context);
      context.progress?.({
        progress: (done += 1),
        total: parts.kinds.length,
        message: `searched ${kind.kind}`,
      });
      return records;
    }),
  );
  const candidates = searched.flatMap((records) => records.candidates);
  return {
    results: chosen(rank(query, candidates, words)).map(({ found }) => found),
    failed: new Map(
      searched.flatMap(({ failed }, at) => (failed ? [[parts.kinds[at]!.kind, failed] as const] : [])),
    ),
  };
}

/** The best records, mixed over kinds if there are several. */
function chosen(ranked: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  const isWithin = ({ kind }: Candidate) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts.get(kind)! <= MOST_OF_A_KIND;
  };
  const spread = new Set(ranked.filter(isWithin).slice(0, MOST_RESULTS));
  const rest = ranked.filter((one) => !spread.has(one)).slice(0, MOST_RESULTS - spread.size);
  const all = new Set([...spread, ...rest]);
  return ranked.filter((one) => all.has(one));
}
