// Generated from POST /v1/nunc_connections/{nunc_connection_id}/publish by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const publishHostedStatusPage = defineTool<paths>()({
  name: "publish_hosted_status_page",
  title: "Publish a FireHydrant-hosted status page",
  description:
    "Makes a FireHydrant-hosted status page available to its visitors, usually customers; the work may continue after the answer. It concerns the page as a whole: create_incident_note with public visibility posts an update. unpublish_hosted_status_page undoes it. Returns the page with its state. Accepted, and usually finished at once. get_hosted_status_page with the same nunc_connection_id shows it, every 5 s for up to 60 s: done when publish_state is published. Its domain may take longer; is_dns_verified shows it. A failure isn't shown. wait_seconds waits for that.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/nunc_connections/{nunc_connection_id}/publish",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
  },
  input: z.strictObject({ status_page_id: z.string().describe("From list_hosted_status_pages.") }),
  poll: {
    tool: "get_hosted_status_page",
    arguments: { status_page_id: "arguments.status_page_id" },
    everySeconds: 5,
    atMostSeconds: 60,
    done: "now.publish_state == 'published'",
  },
  view: [
    "id",
    "title",
    "domain",
    "cname",
    "publish_state",
    "auto_publish",
    "is_dns_verified",
    "last_verified_at",
  ],
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
