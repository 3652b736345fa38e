import { createRoute } from "@hono/zod-openapi";
import type { App, AppParts } from "../app-parts.js";
import { namedApi } from "../apis.js";
import { readReview } from "../review/review.js";
import { answers, errors, plain, security } from "./routes.js";
import { reviewQuery, reviewSchema } from "./schemas/review.js";

const show = createRoute({
  operationId: "readReview",
  method: "get",
  path: "/surface-review",
  summary: "Compare the served tools with the reviewed ones on disk, and list the server URLs that change",
  tags: ["Servers"],
  security,
  request: { query: reviewQuery },
  responses: {
    200: answers(reviewSchema, "The differences, and a page of the affected server URLs."),
    ...errors(400, 401),
  },
});

export function mountReview(app: App, { core, compare }: AppParts): void {
  app.openapi(show, async (c) => {
    const { api, ...query } = c.req.valid("query");
    return c.json(plain(await readReview(core, { api: namedApi(core, api), compare }, query)), 200);
  });
}
