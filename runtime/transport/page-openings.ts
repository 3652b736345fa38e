import type { IncomingHttpHeaders } from "node:http";
import type { Opening } from "../contract/page-to-open.js";
import { pageDone, pageRequest } from "../mcp/pages.js";
import type { Exchange } from "./exchange.js";
import type { PlainRequest } from "./fast-path.js";
import { isOpening, type Cancellable } from "./legacy-clients.js";

/**
 * How the person at a client over HTTP is asked to open a page; undefined if the client opens none.
 * @param exchange the call's, if it can send messages before its answer
 */
export function openingFor(
  { era, opensPages }: PlainRequest,
  headers: IncomingHttpHeaders,
  exchange: Exchange | undefined,
  replies: Cancellable,
): Opening | undefined {
  if (era === "modern") return opensPages ? { way: "outcome" } : undefined;
  if (!isOpening(headers)) return undefined;
  if (!exchange) return { way: "outcome" };
  return {
    way: "message",
    show(page, refused) {
      const leave = replies.add(headers, page.id, refused);
      exchange.notify(pageRequest(page));
      return {
        end(isDone) {
          leave();
          if (isDone) exchange.notify(pageDone(page));
        },
      };
    },
  };
}
