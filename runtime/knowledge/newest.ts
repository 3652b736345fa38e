import type { CallContext } from "../caller.js";
import type { KnowledgeKind } from "../catalogue.js";
import { Fault } from "../fault.js";
import { faultOutcome } from "../fault-result.js";
import { shared } from "../resolve/shared.js";
import type { Answer, Answers } from "./answers.js";

/** The first page of a kind's list, which of most lists is all. */
export type Newest = (kind: KnowledgeKind, context: CallContext) => Promise<Answer>;

/** Records that are looked at in one list. */
export const PAGE = 100;

/** A page younger than this serves further searches: research asks many things in a row, and the API counts requests. */
const KEPT_MS = 10_000;

interface Kept {
  readonly since: number;
  ask(signal: AbortSignal): Promise<Answer>;
}

/** Pages of one client's view; what failed is asked for anew. */
export function createNewest(answers: Answers): Newest {
  const kept = new Map<string, Kept>();

  function read({ kind, list, item }: KnowledgeKind): Kept {
    const forget = () => void kept.delete(kind);
    const page: Kept = {
      since: performance.now(),
      ask: shared(async (signal) => {
        const answer = await answers(list, { limit: PAGE, fields: `[*].${item}` }, { signal });
        if ("failed" in answer) forget();
        return answer;
      }, forget),
    };
    kept.set(kind, page);
    return page;
  }

  return async (kind, { signal }) => {
    const known = kept.get(kind.kind);
    const page = known && performance.now() - known.since < KEPT_MS ? known : read(kind);
    try {
      return await page.ask(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return {
        failed: faultOutcome(new Fault({ kind: "cancelled", message: "The client cancelled the call." })),
      };
    }
  };
}
