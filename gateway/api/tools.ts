import { createRoute } from "@hono/zod-openapi";
import { findAccount } from "../accounts/accounts.js";
import { apiOf } from "../apis.js";
import type { App, AppParts } from "../app-parts.js";
import { previewTools } from "../tool-preview.js";
import { answers, errors, plain, security } from "./routes.js";
import { accountParams } from "./schemas/accounts.js";
import { toolList, toolsQuery } from "./schemas/tools.js";

const list = createRoute({
  operationId: "previewTools",
  method: "get",
  path: "/integrated-account/{id}/tools",
  summary: "Preview the tools of a selection",
  tags: ["Servers"],
  security,
  request: { params: accountParams, query: toolsQuery },
  responses: {
    200: answers(toolList, "The tools that a server with this selection would have."),
    ...errors(400, 401, 404),
  },
});

export function mountTools(app: App, { core }: AppParts): void {
  app.openapi(list, async (c) => {
    const { catalogue } = apiOf(core, await findAccount(core.store.db, c.req.valid("param").id));
    const { allow, deny, ...config } = c.req.valid("query");
    const tools = allow || deny ? { allow, deny } : undefined;
    return c.json(plain(previewTools(catalogue, { ...config, tools })), 200);
  });
}
