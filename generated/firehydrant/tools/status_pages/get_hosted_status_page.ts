// Generated from GET /v1/nunc_connections/{nunc_connection_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getHostedStatusPage = defineTool<paths>()({
  name: "get_hosted_status_page",
  title: "Get a FireHydrant-hosted status page",
  description:
    "Gets one FireHydrant-hosted status page: publish state, components, component groups, conditions and links; the full view adds colors, images and sign-in settings.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/nunc_connections/{nunc_connection_id}",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
  },
  input: z.strictObject({ status_page_id: z.string().describe("From list_hosted_status_pages.") }),
  view: [
    "id",
    "title",
    "domain",
    "publish_state",
    "auto_publish",
    "is_dns_verified",
    "operational_message",
    "components",
    "component_groups",
    "conditions",
    "links",
    "exposed_fields",
  ],
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
