import { createRoute, z } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { answers, errors, plain, security } from "./routes.js";

const apiSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    regions: z.array(z.string()),
    base_urls: z.array(z.string()).openapi({ description: "More base URLs that the operator allowed." }),
  })
  .openapi("Api");

const list = createRoute({
  operationId: "listApis",
  method: "get",
  path: "/apis",
  summary: "List the APIs that accounts can be of",
  tags: ["Accounts"],
  security,
  responses: {
    200: answers(z.object({ result: z.array(apiSchema) }), "The APIs; the default comes first."),
    ...errors(401),
  },
});

export function mountApis(app: App, { core }: AppParts): void {
  const result = Object.values(core.apis).map(({ name, title, places }) => ({
    name,
    title,
    regions: Object.keys(places.regions),
    base_urls: places.baseUrls,
  }));
  app.openapi(list, (c) => c.json(plain({ result }), 200));
}
