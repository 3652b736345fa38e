import { createRoute } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { readUsage } from "../usage/read-usage.js";
import { answers, errors, plain, security } from "./routes.js";
import { usageQuery, usageReport } from "./schemas/usage.js";

const show = createRoute({
  operationId: "readUsage",
  method: "get",
  path: "/usage",
  summary: "Read numbers of calls by server, tool, person or time",
  tags: ["Usage"],
  security,
  request: { query: usageQuery },
  responses: { 200: answers(usageReport, "The numbers."), ...errors(400, 401) },
});

export function mountUsage(app: App, { core }: AppParts): void {
  app.openapi(show, async (c) => {
    const { integrated_account_id: account_id, ...query } = c.req.valid("query");
    return c.json(plain(await readUsage(core, { ...query, account_id })), 200);
  });
}
