// Generated from DELETE /v1/nunc/subscriptions/{unsubscribe_token} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteStatusPageSubscription = defineTool<paths>()({
  name: "delete_status_page_subscription",
  title: "Unsubscribe by token",
  description:
    "Ends the status page subscription of an unsubscribe token; its address gets no further updates. delete_hosted_status_page_subscribers removes subscribers of a page by their ids.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/nunc/subscriptions/{unsubscribe_token}" },
  input: z.strictObject({
    unsubscribe_token: z.string().describe("Token of the subscription; a subscriber id is something else."),
  }),
});
