import { createRoute, z } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { getAccount } from "../accounts/accounts.js";
import { ownKeysOn, revokeOwnKey } from "../own-keys/own-keys.js";
import { answers, errors, plain, security } from "./routes.js";
import { accountParams } from "./schemas/accounts.js";
import { ownKey } from "./schemas/own-keys.js";
import { id } from "./schemas/shared.js";

const tags = ["Accounts"];

const list = createRoute({
  operationId: "listOwnKeys",
  method: "get",
  path: "/integrated-account/{id}/own-keys",
  summary: "List who has an own key for an account",
  tags,
  security,
  request: { params: accountParams },
  responses: {
    200: answers(z.object({ result: z.array(ownKey) }), "The people, by name."),
    ...errors(401, 404),
  },
});
const revoke = createRoute({
  operationId: "revokeOwnKey",
  method: "delete",
  path: "/integrated-account/{id}/own-keys/{key_id}",
  summary: "Delete a person's own key",
  tags,
  security,
  request: { params: accountParams.extend({ key_id: id("key") }) },
  responses: {
    204: { description: "It is deleted. Calls with it are not sent any more." },
    ...errors(401, 404),
  },
});

export function mountOwnKeys(app: App, { core }: AppParts): void {
  app.openapi(list, async (c) => {
    const account = await getAccount(core, c.req.valid("param").id);
    const keys = await ownKeysOn(core, account.id);
    return c.json(plain({ result: keys.map(({ account_id: _, ...key }) => key) }), 200);
  });
  app.openapi(revoke, async (c) => {
    const { id: account, key_id } = c.req.valid("param");
    await revokeOwnKey(core, account, key_id, c.get("act"));
    return c.body(null, 204);
  });
}
