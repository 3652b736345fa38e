import { createRoute } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { badRequest } from "../error.js";
import { endSession } from "../sessions.js";
import { errors, security } from "./routes.js";

const end = createRoute({
  operationId: "endSession",
  method: "delete",
  path: "/session",
  summary: "Sign out: end the session of this request",
  tags: ["Session"],
  security,
  responses: { 204: { description: "It is ended." }, ...errors(400, 401) },
});

export function mountSession(app: App, { core }: AppParts): void {
  app.openapi(end, async (c) => {
    const session = c.get("session");
    if (!session || session.isService) throw badRequest("This request has a token and no session.");
    await endSession(core, session.id, c.get("act"));
    return c.body(null, 204);
  });
}
