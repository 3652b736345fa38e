// Generated from POST /v1/nunc_connections/{nunc_connection_id}/unpublish by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const unpublishHostedStatusPage = defineTool<paths>()({
  name: "unpublish_hosted_status_page",
  title: "Take a status page offline",
  description:
    "Takes a FireHydrant-hosted status page away from its visitors, usually customers, who then can't follow incidents there; the work may continue after the answer. The page is kept, and publish_hosted_status_page brings it back. Returns the page with its state. Accepted, and usually finished at once. get_hosted_status_page with the same nunc_connection_id shows it, every 5 s for up to 60 s: done when publish_state is unpublished. A failure isn't shown. wait_seconds waits for that.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/nunc_connections/{nunc_connection_id}/unpublish",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
  },
  input: z.strictObject({ status_page_id: z.string().describe("From list_hosted_status_pages.") }),
  poll: {
    tool: "get_hosted_status_page",
    arguments: { status_page_id: "arguments.status_page_id" },
    everySeconds: 5,
    atMostSeconds: 60,
    done: "now.publish_state == 'unpublished'",
  },
  view: ["id", "title", "domain", "publish_state", "auto_publish"],
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
