import { createRoute, z } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { verifyLog } from "../audit/chain/verify-chain.js";
import { readLog } from "../audit/read-log.js";
import { listStreams, replayStream } from "../audit/streams/read-streams.js";
import { answers, errors, plain, security } from "./routes.js";
import {
  chainReport,
  logEntrySchema,
  logQuery,
  streamParams,
  streamSchema,
  verifyQuery,
} from "./schemas/log.js";
import { listSchema } from "./schemas/shared.js";

const list = createRoute({
  operationId: "readLog",
  method: "get",
  path: "/log",
  summary: "Read the audit log",
  tags: ["Log"],
  security,
  request: { query: logQuery },
  responses: { 200: answers(listSchema(logEntrySchema), "Entries, by time."), ...errors(400, 401) },
});

const verify = createRoute({
  operationId: "verifyLog",
  method: "get",
  path: "/log/verify",
  summary: "Find the first audit entry that was changed, removed or reordered",
  tags: ["Log"],
  security,
  request: { query: verifyQuery },
  responses: {
    200: answers(chainReport, "A part of the log, compared with its seals."),
    ...errors(400, 401),
  },
});

const streams = createRoute({
  operationId: "listStreams",
  method: "get",
  path: "/log/streams",
  summary: "Show how far the streams of the audit log have come, and their dead letters",
  tags: ["Log"],
  security,
  responses: { 200: answers(z.object({ result: z.array(streamSchema) }), "The streams."), ...errors(401) },
});
const replay = createRoute({
  operationId: "replayStream",
  method: "post",
  path: "/log/streams/{name}/replay",
  summary: "Send the dead letters of a stream again",
  tags: ["Log"],
  security,
  request: { params: streamParams },
  responses: {
    200: answers(z.object({ letters: z.int() }), "The number of dead letters that are sent again."),
    ...errors(401, 404),
  },
});

export function mountLog(app: App, { core }: AppParts): void {
  app.openapi(verify, async (c) => c.json(await verifyLog(core, c.req.valid("query")), 200));
  app.openapi(streams, async (c) => c.json(plain({ result: await listStreams(core) }), 200));
  app.openapi(replay, async (c) =>
    c.json(await replayStream(core, c.req.valid("param").name, c.get("act")), 200),
  );
  app.openapi(list, async (c) => c.json(plain(await readLog(core, c.req.valid("query"))), 200));
}
