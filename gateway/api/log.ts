import { createRoute } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { readLog } from "../audit/read-log.js";
import { answers, errors, plain, security } from "./routes.js";
import { logEntrySchema, logQuery } from "./schemas/log.js";
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

export function mountLog(app: App, { core }: AppParts): void {
  app.openapi(list, async (c) => c.json(plain(await readLog(core, c.req.valid("query"))), 200));
}
