import { createRoute } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import {
  createServiceToken,
  listServiceTokens,
  revokeServiceToken,
  serviceTokenTable,
} from "../identity/service-tokens.js";
import { answers, body, errors, plain, security } from "./routes.js";
import {
  createdServiceToken,
  serviceTokenInput,
  serviceTokenParams,
  serviceTokenSchema,
} from "./schemas/service-tokens.js";
import { listSchema, listQuery } from "./schemas/shared.js";

const tags = ["Service tokens"];

const create = createRoute({
  operationId: "createServiceToken",
  method: "post",
  path: "/service-tokens",
  summary: "Make a service token, with which a program such as CI uses this API",
  tags,
  security,
  request: { body: body(serviceTokenInput) },
  responses: {
    201: answers(createdServiceToken, "The service token, only in this answer."),
    ...errors(400, 401, 404),
  },
});
const list = createRoute({
  operationId: "listServiceTokens",
  method: "get",
  path: "/service-tokens",
  summary: "List service tokens",
  tags,
  security,
  request: { query: listQuery(serviceTokenTable.sorts) },
  responses: {
    200: answers(listSchema(serviceTokenSchema), "Service tokens, newest first."),
    ...errors(400, 401),
  },
});
const remove = createRoute({
  operationId: "revokeServiceToken",
  method: "delete",
  path: "/service-tokens/{id}",
  summary: "Revoke a service token",
  tags,
  security,
  request: { params: serviceTokenParams },
  responses: { 204: { description: "It is revoked." }, ...errors(401, 404) },
});

export function mountServiceTokens(app: App, { core }: AppParts): void {
  app.openapi(create, async (c) =>
    c.json(plain(await createServiceToken(core, c.req.valid("json"), c.get("session"), c.get("act"))), 201),
  );
  app.openapi(list, async (c) => c.json(plain(await listServiceTokens(core, c.req.valid("query"))), 200));
  app.openapi(remove, async (c) => {
    await revokeServiceToken(core, c.req.valid("param").id, c.get("act"));
    return c.body(null, 204);
  });
}
