import { createRoute } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { connectionTable, listConnections, removeConnection } from "../authorization/list-connections.js";
import { answers, errors, plain, security } from "./routes.js";
import { connectionParams, connectionSchema } from "./schemas/connections.js";
import { listQuery, listSchema } from "./schemas/shared.js";

const tags = ["Connections"];

const list = createRoute({
  operationId: "listConnections",
  method: "get",
  path: "/connections",
  summary: "List the clients that people allowed",
  tags,
  security,
  request: { query: listQuery(connectionTable.sorts) },
  responses: {
    200: answers(listSchema(connectionSchema), "Connections."),
    ...errors(400, 401),
  },
});
const remove = createRoute({
  operationId: "endConnection",
  method: "delete",
  path: "/connections/{id}",
  summary: "End a client's access",
  tags,
  security,
  request: { params: connectionParams },
  responses: { 204: { description: "It is ended." }, ...errors(401, 404) },
});

export function mountConnections(app: App, { core }: AppParts): void {
  app.openapi(list, async (c) => c.json(plain(await listConnections(core, c.req.valid("query"))), 200));
  app.openapi(remove, async (c) => {
    await removeConnection(core, c.req.valid("param").id, c.get("act"));
    return c.body(null, 204);
  });
}
