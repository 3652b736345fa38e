import { createRoute, z } from "@hono/zod-openapi";
import type { App, AppContext, AppParts } from "../app-parts.js";
import { personOf } from "../identity/person-of.js";
import { answers, errors, plain, security } from "./routes.js";
import { ownConnectionSchema } from "./schemas/connections.js";
import { heldOwnKey } from "./schemas/own-keys.js";
import { id } from "./schemas/shared.js";

const tags = ["Session"];
const refusals = errors(401);

const listKeys = createRoute({
  operationId: "listMyKeys",
  method: "get",
  path: "/session/own-keys",
  summary: "List the own keys of the person who asks",
  tags,
  security,
  responses: {
    200: answers(z.object({ result: z.array(heldOwnKey) }), "The keys, by account."),
    ...refusals,
  },
});
const removeKey = createRoute({
  operationId: "removeMyKey",
  method: "delete",
  path: "/session/own-keys/{account_id}",
  summary: "Remove the own key of the person who asks",
  tags,
  security,
  request: { params: z.object({ account_id: id("account") }) },
  responses: { 204: { description: "There is none any more. Calls with it are not sent." }, ...refusals },
});
const listClients = createRoute({
  operationId: "listMyConnections",
  method: "get",
  path: "/session/connections",
  summary: "List the clients that the person who asks allowed",
  tags,
  security,
  responses: {
    200: answers(z.object({ result: z.array(ownConnectionSchema) }), "The connections, newest first."),
    ...refusals,
  },
});
const endClient = createRoute({
  operationId: "endMyConnection",
  method: "delete",
  path: "/session/connections/{id}",
  summary: "End the access of an own client",
  tags,
  security,
  request: { params: z.object({ id: id("connection") }) },
  responses: { 204: { description: "It is ended." }, ...errors(401, 404) },
});

/** What belongs to the person who asks, with any role or none. */
export function mountOwnThings(app: App, { ownKeys }: AppParts): void {
  const person = (c: AppContext) => personOf(c.get("session"));
  app.openapi(listKeys, async (c) => {
    const keys = await ownKeys.keysOf(person(c));
    const result = keys.map(({ id, account_id, account, verified_at, updated_at }) => ({
      ...{ id, integrated_account_id: account_id, account, verified_at, updated_at },
    }));
    return c.json(plain({ result }), 200);
  });
  app.openapi(removeKey, async (c) => {
    await ownKeys.remove(c.req.valid("param").account_id, person(c), c.get("act"));
    return c.body(null, 204);
  });
  app.openapi(listClients, async (c) => {
    const result = await ownKeys.connectionsOf(person(c));
    return c.json(plain({ result }), 200);
  });
  app.openapi(endClient, async (c) => {
    await ownKeys.endConnection(c.req.valid("param").id, person(c), c.get("act"));
    return c.body(null, 204);
  });
}
