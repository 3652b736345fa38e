import { createRoute } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { applyDeclaration, planDeclaration } from "../declare/apply.js";
import { exportDeclaration } from "../declare/export.js";
import type { Plan } from "../declare/plan.js";
import { serverUrl } from "../server-url.js";
import { answers, body, errors, plain, security } from "./routes.js";
import { appliedSchema, applyInput, declaration, planInput, planSchema } from "./schemas/declaration.js";

const tags = ["Declaration"];

const show = createRoute({
  operationId: "exportDeclaration",
  method: "get",
  path: "/declaration",
  summary: "Export accounts, server URLs and roles as a file declares them",
  tags,
  security,
  responses: { 200: answers(declaration, "The state now, without keys and tokens."), ...errors(401, 409) },
});
const plan = createRoute({
  operationId: "planDeclaration",
  method: "post",
  path: "/declaration/plan",
  summary: "Show what applying a file would change",
  tags,
  security,
  request: { body: body(planInput) },
  responses: { 200: answers(planSchema, "The plan. Nothing is changed."), ...errors(400, 401) },
});
const apply = createRoute({
  operationId: "applyDeclaration",
  method: "post",
  path: "/declaration/apply",
  summary: "Make the gateway as a file declares it, all of it or nothing",
  tags,
  security,
  request: { body: body(applyInput) },
  responses: {
    200: answers(appliedSchema, "What was changed, and new server URLs. Their tokens are shown only once."),
    ...errors(400, 401, 409, 502),
  },
});

export function mountDeclaration(app: App, { core, provider }: AppParts): void {
  const issuer = provider?.issuer;
  app.openapi(show, async (c) => c.json(plain(await exportDeclaration(core, issuer)) as never, 200));
  app.openapi(plan, async (c) => {
    const { prune = false, keys = {}, ...input } = c.req.valid("json");
    return c.json(plain(shown(await planDeclaration(core, { ...input, prune, keys, issuer }))), 200);
  });
  app.openapi(apply, async (c) => {
    const { prune = false, keys = {}, verify = true, base, ...input } = c.req.valid("json");
    const wanted = { ...input, prune, keys, issuer };
    const { plan: done, made } = await applyDeclaration(core, wanted, { verify, base }, c.get("act"));
    const { publicUrl } = c.env.context;
    const servers = made.map(({ id, name, account, token, config }) => ({
      id,
      name,
      account,
      token,
      url: serverUrl(publicUrl, { id, config }, token),
    }));
    return c.json(plain({ plan: shown(done), made: servers }), 200);
  });
}

/** A plan without the rows that it is about. */
function shown({ steps, ...rest }: Plan) {
  return { ...rest, steps: steps.map(({ wanted: _, present: __, ...step }) => step) };
}
