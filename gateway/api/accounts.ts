import { createRoute } from "@hono/zod-openapi";
import {
  accountTable,
  createAccount,
  deleteAccount,
  getAccount,
  listAccounts,
  updateAccount,
} from "../accounts/accounts.js";
import type { App, AppParts } from "../app-parts.js";
import { answers, body, errors, plain, security } from "./routes.js";
import { accountChange, accountInput, accountParams, accountSchema } from "./schemas/accounts.js";
import { listQuery, listSchema } from "./schemas/shared.js";

const tags = ["Accounts"];

const create = createRoute({
  operationId: "createAccount",
  method: "post",
  path: "/integrated-account",
  summary: "Add an account",
  tags,
  security,
  request: { body: body(accountInput) },
  responses: { 201: answers(accountSchema, "The account."), ...errors(400, 401, 502) },
});
const list = createRoute({
  operationId: "listAccounts",
  method: "get",
  path: "/integrated-account",
  summary: "List accounts",
  tags,
  security,
  request: { query: listQuery(accountTable.sorts) },
  responses: { 200: answers(listSchema(accountSchema), "Accounts, newest first."), ...errors(400, 401) },
});
const show = createRoute({
  operationId: "getAccount",
  method: "get",
  path: "/integrated-account/{id}",
  summary: "Show an account",
  tags,
  security,
  request: { params: accountParams },
  responses: { 200: answers(accountSchema, "The account."), ...errors(401, 404) },
});
const update = createRoute({
  operationId: "updateAccount",
  method: "patch",
  path: "/integrated-account/{id}",
  summary: "Change an account",
  tags,
  security,
  request: { params: accountParams, body: body(accountChange) },
  responses: { 200: answers(accountSchema, "The account as it is now."), ...errors(400, 401, 404, 502) },
});
const remove = createRoute({
  operationId: "deleteAccount",
  method: "delete",
  path: "/integrated-account/{id}",
  summary: "Delete an account and revoke its servers",
  tags,
  security,
  request: { params: accountParams },
  responses: { 204: { description: "The account is deleted." }, ...errors(401, 404) },
});

export function mountAccounts(app: App, { core }: AppParts): void {
  app.openapi(create, async (c) =>
    c.json(plain(await createAccount(core, c.req.valid("json"), c.get("act"))), 201),
  );
  app.openapi(list, async (c) => c.json(plain(await listAccounts(core, c.req.valid("query"))), 200));
  app.openapi(show, async (c) => c.json(plain(await getAccount(core, c.req.valid("param").id)), 200));
  app.openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(plain(await updateAccount(core, id, c.req.valid("json"), c.get("act"))), 200);
  });
  app.openapi(remove, async (c) => {
    await deleteAccount(core, c.req.valid("param").id, c.get("act"));
    return c.body(null, 204);
  });
}
