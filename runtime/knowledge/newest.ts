import type { CallContext } from "../contract/caller.js";
import type { KnowledgeKind } from "../contract/catalogue.js";
import { Fault } from "../contract/fault.js";
import { failed } from "../contract/outcome.js";
import { shared } from "../resolve/shared.js";
import type { ToolRead, ReadTool } from "./read-tool.js";
import type { CancelSignal } from "../contract/cancellation.js";

/** The first page of a kind's list, which often contains all records. */
export type Newest = (kind: KnowledgeKind, context: CallContext) => Promise<ToolRead>;

/** Maximum records to read in one list. */
export const PAGE = 100;

/** How long a page is reused by other searches: research asks many questions in a row, and the API counts requests. */
const KEPT_MS = 10_000;

/** One page, which several calls may wait for. */
type Page = (signal: CancelSignal) => Promise<ToolRead>;

/** Pages of one client's view. Failed pages are requested again. */
export function createNewest(answers: ReadTool): Newest {
  const kept = new Map<string, Page>();

  /** Several calls may wait for the page. It is read as part of the first one. */
  function read({ kind, list, item }: KnowledgeKind, context: CallContext): Page {
    const forget = () => void (kept.get(kind) === page && kept.delete(kind));
    const page: Page = shared(async (signal) => {
      const answer = await answers(list, { limit: PAGE, fields: `[*].${item}` }, { ...context, signal });
      if ("failed" in answer) forget();
      return answer;
    }, forget);
    kept.set(kind, page);
    setTimeout(forget, KEPT_MS).unref();
    return page;
  }

  return async (kind, context) => {
    const { signal } = context;
    const page = kept.get(kind.kind) ?? read(kind, context);
    try {
      return await page(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return {
        failed: failed(new Fault({ kind: "cancelled", message: "The client cancelled the call." })),
      };
    }
  };
}
