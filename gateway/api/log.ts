import { createRoute } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { verifyLog } from "../audit/chain/verify-chain.js";
import { readLog } from "../audit/read-log.js";
import { answers, errors, plain, security } from "./routes.js";
import { chainReport, logEntrySchema, logQuery, verifyQuery } from "./schemas/log.js";
import { listSchema } from "./schemas/shared.js";

const list = createRoute({
  operationId: "readLog",
  method: "get",
  path: "/log",
  summary: "Read the audit log",
  tags: ["Log"],
  security,
  request: { query: logQuery },
  responses: { 200: answers(listSchema(logEntrySchema), "Entries, newest first."), ...errors(400, 401) },
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

export function mountLog(app: App, { core }: AppParts): void {
  app.openapi(verify, async (c) => c.json(await verifyLog(core, c.req.valid("query")), 200));
  app.openapi(list, async (c) => c.json(plain(await readLog(core, c.req.valid("query"))), 200));
}
