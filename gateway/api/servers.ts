import { createRoute } from "@hono/zod-openapi";
import type { App, AppContext, AppParts } from "../app-parts.js";
import { oauthResource, serverUrl } from "../server-url.js";
import { revokeMany } from "../servers/revoke-many.js";
import { rotateServer, usualOverlapSeconds } from "../servers/rotation.js";
import type { Server } from "../servers/server.js";
import { listAllServers, listServers } from "../servers/server-lists.js";
import { createServer, getServer, revokeServer, updateServer } from "../servers/servers.js";
import { withProposals } from "../server-config.js";
import { answers, body, errors, plain, security } from "./routes.js";
import { accountParams } from "./schemas/accounts.js";
import {
  allServersQuery,
  createdServer,
  revokedMany,
  revokeManyInput,
  rotatedServer,
  rotateInput,
  serverChange,
  serverInput,
  serverParams,
  serverQuery,
  serverSchema,
} from "./schemas/servers.js";
import { listSchema } from "./schemas/shared.js";

const tags = ["Servers"];
const servers = "/integrated-account/{id}/mcp";
const server = `${servers}/{server_id}` as const;

const create = createRoute({
  operationId: "createServer",
  method: "post",
  path: servers,
  summary: "Make a server URL",
  tags,
  security,
  request: { params: accountParams, body: body(serverInput) },
  responses: {
    201: answers(createdServer, "The server; its token is shown only once."),
    ...errors(400, 401, 404),
  },
});
const list = createRoute({
  operationId: "listServers",
  method: "get",
  path: servers,
  summary: "List an account's servers",
  tags,
  security,
  request: { params: accountParams, query: serverQuery },
  responses: { 200: answers(listSchema(serverSchema), "Servers, newest first."), ...errors(400, 401, 404) },
});
const listAll = createRoute({
  operationId: "listAllServers",
  method: "get",
  path: "/servers",
  summary: "List the servers of all accounts, or find one by its id or name",
  tags,
  security,
  request: { query: allServersQuery },
  responses: { 200: answers(listSchema(serverSchema), "Servers, newest first."), ...errors(400, 401) },
});
const revokeAll = createRoute({
  operationId: "revokeServers",
  method: "post",
  path: "/servers/revoke",
  summary: "Revoke all servers that match a filter",
  tags,
  security,
  request: { body: body(revokeManyInput) },
  responses: { 200: answers(revokedMany, "The revoked servers."), ...errors(400, 401) },
});
const show = createRoute({
  operationId: "getServer",
  method: "get",
  path: server,
  summary: "Show a server",
  tags,
  security,
  request: { params: serverParams },
  responses: { 200: answers(serverSchema, "The server."), ...errors(401, 404) },
});
const update = createRoute({
  operationId: "updateServer",
  method: "patch",
  path: server,
  summary: "Change a server",
  tags,
  security,
  request: { params: serverParams, body: body(serverChange) },
  responses: { 200: answers(serverSchema, "The server as it is now."), ...errors(400, 401, 404, 409) },
});
const remove = createRoute({
  operationId: "revokeServer",
  method: "delete",
  path: server,
  summary: "Revoke a server",
  tags,
  security,
  request: { params: serverParams },
  responses: { 204: { description: "It is revoked." }, ...errors(401, 404) },
});
const rotate = createRoute({
  operationId: "rotateServer",
  method: "post",
  path: `${server}/rotate`,
  summary: "Give a server a new token",
  tags,
  security,
  request: { params: serverParams, body: { ...body(rotateInput), required: false } },
  responses: {
    200: answers(rotatedServer, "The server; its new token is shown only once."),
    ...errors(400, 401, 404, 409),
  },
});

export function mountServers(app: App, { core }: AppParts): void {
  app.openapi(create, async (c) => {
    const input = withProposals(c.req.valid("json"), core.now());
    const made = await createServer(core, c.req.valid("param").id, input, c.get("act"));
    return c.json(plain({ ...answered(c, made), url: serverUrl(publicUrlOf(c), made, made.token) }), 201);
  });
  app.openapi(list, async (c) => {
    const { result, next_cursor } = await listServers(core, c.req.valid("param").id, c.req.valid("query"));
    return c.json(plain({ result: result.map((server) => answered(c, server)), next_cursor }), 200);
  });
  app.openapi(listAll, async (c) => {
    const { result, next_cursor } = await listAllServers(core, c.req.valid("query"));
    return c.json(plain({ result: result.map((server) => answered(c, server)), next_cursor }), 200);
  });
  app.openapi(revokeAll, async (c) => {
    const { result, more } = await revokeMany(core, c.req.valid("json"), c.get("act"));
    return c.json(plain({ result: result.map((server) => answered(c, server)), more }), 200);
  });
  app.openapi(show, async (c) => {
    const { id, server_id } = c.req.valid("param");
    return c.json(plain(answered(c, await getServer(core, id, server_id))), 200);
  });
  app.openapi(update, async (c) => {
    const { id, server_id } = c.req.valid("param");
    const server = await updateServer(
      core,
      { accountId: id, id: server_id },
      c.req.valid("json"),
      c.get("act"),
    );
    return c.json(plain(answered(c, server)), 200);
  });
  app.openapi(remove, async (c) => {
    const { id, server_id } = c.req.valid("param");
    await revokeServer(core, id, server_id, c.get("act"));
    return c.body(null, 204);
  });
  app.openapi(rotate, async (c) => {
    const { id, server_id } = c.req.valid("param");
    const { overlap_seconds = usualOverlapSeconds } = c.req.valid("json");
    const made = await rotateServer(core, { accountId: id, id: server_id }, overlap_seconds, c.get("act"));
    return c.json(plain({ ...answered(c, made), url: serverUrl(publicUrlOf(c), made, made.token) }), 200);
  });
}

/** A server with its URLs, which depend on the gateway's own address. */
function answered<Kind extends Server>(c: Pick<AppContext, "env">, server: Kind) {
  return { ...server, oauth_resource: oauthResource(publicUrlOf(c), server) };
}

function publicUrlOf({ env }: Pick<AppContext, "env">): string {
  return env.context.publicUrl;
}
