/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { namedApi } from "../../apis.js";
import { reviewQuery } from "../../api/schemas/review.js";
import { badRequest } from "../../error.js";
import { readReview } from "../../review/review.js";
import { filterFaults } from "../faults.js";
import { queryOf, visited, type PageApp, type PageParts } from "../page-handler.js";
import { accountNames } from "../server-urls/account-names.js";
import { ReviewPage } from "./review-page.js";

/** What the gateway serves, compared with the reviewed files on disk. */
export function mountReviewPage(page: PageApp, { compare, ...parts }: PageParts): void {
  const { core } = parts;
  page.get(
    "/review",
    visited(parts, async ({ c, show }) => {
      const { section, page: number, ...query } = queryOf(c);
      const { data, error } = reviewQuery.safeParse(query);
      if (!data) throw badRequest(...filterFaults(error, { api: "API", sort: "Order" }));
      const { api: name, ...list } = data;
      const api = namedApi(core, name);
      const [review, accounts] = await Promise.all([
        readReview(core, { api, compare }, list),
        accountNames(core),
      ]);
      return show(
        { title: "Review", room: "review" },
        <ReviewPage
          {...{ review, accounts, query: { ...query, ...(section ? { section } : {}) } }}
          apis={Object.values(core.apis)}
          page={Math.max(1, Math.trunc(Number(number)) || 1)}
        />,
      );
    }),
  );
}
