import { createRoute } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import {
  grantRole,
  listRoleGrants,
  removePerson,
  removeRoleGrant,
  roleTable,
} from "../identity/role-grants.js";
import { answers, body, errors, plain, security } from "./routes.js";
import { personInput, roleInput, roleParams, roleSchema } from "./schemas/roles.js";
import { listSchema, listQuery } from "./schemas/shared.js";

const tags = ["Roles"];

const grant = createRoute({
  operationId: "grantRole",
  method: "post",
  path: "/roles",
  summary: "Give a role to a group or a person",
  tags,
  security,
  request: { body: body(roleInput) },
  responses: { 201: answers(roleSchema, "The role."), ...errors(400, 401, 404) },
});
const list = createRoute({
  operationId: "listRoles",
  method: "get",
  path: "/roles",
  summary: "List roles",
  tags,
  security,
  request: { query: listQuery(roleTable.sorts) },
  responses: { 200: answers(listSchema(roleSchema), "Roles, newest first."), ...errors(400, 401) },
});
const remove = createRoute({
  operationId: "removeRole",
  method: "delete",
  path: "/roles/{id}",
  summary: "Take a role away",
  tags,
  security,
  request: { params: roleParams },
  responses: { 204: { description: "It is taken away." }, ...errors(401, 404) },
});
const removeOne = createRoute({
  operationId: "removePerson",
  method: "post",
  path: "/people/remove",
  summary: "End a person's sessions, own roles and open approvals",
  tags,
  security,
  request: { body: body(personInput) },
  responses: { 204: { description: "They are ended." }, ...errors(400, 401) },
});

export function mountRoles(app: App, { core, provider }: AppParts): void {
  const issuer = provider?.issuer;
  app.openapi(grant, async (c) =>
    c.json(plain(await grantRole(core, issuer, c.req.valid("json"), c.get("act"))), 201),
  );
  app.openapi(list, async (c) => c.json(plain(await listRoleGrants(core, c.req.valid("query"))), 200));
  app.openapi(remove, async (c) => {
    await removeRoleGrant(core, c.req.valid("param").id, c.get("act"));
    return c.body(null, 204);
  });
  app.openapi(removeOne, async (c) => {
    await removePerson(core, issuer, c.req.valid("json").subject, c.get("act"));
    return c.body(null, 204);
  });
}
