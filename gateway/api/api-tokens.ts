import { createRoute } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { apiTokenTable, createApiToken, listApiTokens, revokeApiToken } from "../tokens/api-tokens.js";
import { answers, body, errors, plain, security } from "./routes.js";
import { apiTokenInput, apiTokenParams, apiTokenSchema, createdApiToken } from "./schemas/api-tokens.js";
import { listQuery, listSchema } from "./schemas/shared.js";

const tags = ["API tokens"];

const create = createRoute({
  operationId: "createApiToken",
  method: "post",
  path: "/api-tokens",
  summary: "Make an API token",
  tags,
  security,
  request: { body: body(apiTokenInput) },
  responses: {
    201: answers(createdApiToken, "The API token, only in this answer."),
    ...errors(400, 401, 404),
  },
});
const list = createRoute({
  operationId: "listApiTokens",
  method: "get",
  path: "/api-tokens",
  summary: "List API tokens",
  tags,
  security,
  request: { query: listQuery(apiTokenTable.sorts) },
  responses: { 200: answers(listSchema(apiTokenSchema), "API tokens, newest first."), ...errors(400, 401) },
});
const remove = createRoute({
  operationId: "revokeApiToken",
  method: "delete",
  path: "/api-tokens/{id}",
  summary: "Revoke an API token",
  tags,
  security,
  request: { params: apiTokenParams },
  responses: { 204: { description: "It is revoked." }, ...errors(401, 404) },
});

export function mountApiTokens(app: App, { core }: AppParts): void {
  app.openapi(create, async (c) =>
    c.json(plain(await createApiToken(core, c.req.valid("json"), c.get("act"))), 201),
  );
  app.openapi(list, async (c) => c.json(plain(await listApiTokens(core, c.req.valid("query"))), 200));
  app.openapi(remove, async (c) => {
    await revokeApiToken(core, c.req.valid("param").id, c.get("act"));
    return c.body(null, 204);
  });
}
