// Generated from DELETE /v1/nunc_connections/{nunc_connection_id}/subscribers by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteHostedStatusPageSubscribers = defineTool<paths>()({
  name: "delete_hosted_status_page_subscribers",
  title: "Remove status page subscribers",
  description:
    "Unsubscribes people from a FireHydrant-hosted status page, so they get no further e-mail updates. create_hosted_status_page_subscribers adds them again by their addresses.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/nunc_connections/{nunc_connection_id}/subscribers",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
    query: { subscriber_ids: { commas: true } },
  },
  input: z.strictObject({
    status_page_id: z.string().describe("From list_hosted_status_pages."),
    subscriber_ids: z
      .array(z.string())
      .describe("Subscribers to remove. From list_hosted_status_page_subscribers."),
  }),
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
