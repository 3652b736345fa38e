import { createRoute, z } from "@hono/zod-openapi";
import { credentialNames } from "../../runtime/index.js";
import type { App, AppParts } from "../app-parts.js";
import { answers, errors, plain, security } from "./routes.js";

const apiSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    regions: z.array(z.string()),
    base_urls: z.array(z.string()).openapi({ description: "More base URLs that the operator allowed." }),
    credentials: z
      .array(z.string())
      .openapi({ description: "Names of the credentials that an account may have." }),
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
  const result = Object.values(core.apis).map(({ name, title, urls, catalogue }) => ({
    name,
    title,
    regions: Object.keys(urls.regions),
    base_urls: urls.baseUrls,
    credentials: [...credentialNames(catalogue.api)],
  }));
  app.openapi(list, (c) => c.json(plain({ result }), 200));
}
