// Generated from DELETE /v1/nunc_connections/{nunc_connection_id}/component_groups/{group_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteHostedStatusPageComponentGroup = defineTool<paths>()({
  name: "delete_hosted_status_page_component_group",
  title: "Delete a component group",
  description:
    "Deletes a component group from a FireHydrant-hosted status page, which customers may notice. What becomes of the components in it is not documented, nor is a way to restore it.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/nunc_connections/{nunc_connection_id}/component_groups/{group_id}",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
  },
  input: z.strictObject({
    group_id: z.string().describe("From get_hosted_status_page (component_groups[].id)."),
    status_page_id: z.string().describe("From list_hosted_status_pages."),
  }),
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
