import { createRoute, z } from "@hono/zod-openapi";
import { stream, streamSSE } from "hono/streaming";
import { eventHeaders } from "../../runtime/index.js";
import type { App, AppParts } from "../app-parts.js";
import { exportFormat } from "../audit/export-format.js";
import { exportLog } from "../audit/read-log.js";
import { tailLog } from "../audit/tail-log.js";
import { badRequest } from "../error.js";
import { noRoom } from "../ops/rooms.js";
import { errors, security } from "./routes.js";
import { exportQuery, tailQuery } from "./schemas/log.js";

const text = z.string();

const exportAll = createRoute({
  operationId: "exportLog",
  method: "get",
  path: "/log/export",
  summary: "Export all matching entries, oldest first",
  tags: ["Log"],
  security,
  request: { query: exportQuery },
  responses: {
    200: {
      content: { "application/jsonl": { schema: text }, "text/csv": { schema: text } },
      description: "The entries: a line of JSON each, or CSV.",
    },
    ...errors(400, 401),
  },
});
const tail = createRoute({
  operationId: "tailLog",
  method: "get",
  path: "/log/tail",
  summary: "Follow the log by server-sent events",
  tags: ["Log"],
  security,
  request: { query: tailQuery },
  responses: {
    200: {
      content: { "text/event-stream": { schema: text } },
      description:
        "An event for each new entry, with its number as the id. The stream ends after 15 seconds, and when the gateway stops; repeat the request with Last-Event-ID.",
    },
    ...errors(400, 401),
  },
});

/** Running exports and tails of this process. */
const MOST_AT_ONCE = 10;

export function mountLogStreams(app: App, { core, stopping, report }: AppParts): void {
  let running = 0;
  function begin(): () => void {
    if (running >= MOST_AT_ONCE)
      throw noRoom("Too many exports and tails of the log run at once. Try again later.");
    running += 1;
    return () => void (running -= 1);
  }

  app.openapi(exportAll, (c) => {
    const { format = "jsonl", ...query } = c.req.valid("query");
    const { contentType, head, print } = exportFormat[format];
    const end = begin();
    c.header("content-type", contentType);
    c.header("content-disposition", `attachment; filename="standpipe-log.${format}"`);
    return stream(c, async (out) => {
      try {
        await out.write(head);
        for await (const page of exportLog(core, query)) {
          if (out.aborted) return;
          await out.write(print(page));
        }
      } catch (error) {
        report(error as Error);
        // A broken connection shows that the export is not complete.
        c.env.outgoing.destroy();
      } finally {
        end();
      }
    });
  });

  app.openapi(tail, (c) => {
    const filter = c.req.valid("query");
    const after = numberOf(c.req.header("last-event-id"));
    const end = begin();
    // hono sets the other headers of a stream. A proxy must not buffer it.
    c.header("x-accel-buffering", eventHeaders["x-accel-buffering"]);
    return streamSSE(c, async (out) => {
      const abort = new AbortController();
      out.onAbort(() => abort.abort());
      try {
        const ended = AbortSignal.any([abort.signal, stopping]);
        for await (const { entries, last } of tailLog(core, filter, after, ended)) {
          for (const entry of entries)
            await out.writeSSE({ id: String(entry.sequence), event: "entry", data: JSON.stringify(entry) });
          await out.writeSSE({ id: String(last), event: "position", data: String(last), retry: 500 });
        }
      } catch (error) {
        report(error as Error);
      } finally {
        end();
      }
    });
  });
}

function numberOf(id: string | undefined): number | undefined {
  if (id === undefined) return undefined;
  if (!/^\d{1,15}$/.test(id)) throw badRequest("header last-event-id: must be the id of an event");
  return Number(id);
}
