// Generated from DELETE /v1/nunc_connections/{nunc_connection_id}/links/{link_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteHostedStatusPageLink = defineTool<paths>()({
  name: "delete_hosted_status_page_link",
  title: "Delete a status page link",
  description:
    "Deletes one link from a FireHydrant-hosted status page, which customers may notice; no way to restore it is documented. update_hosted_status_page_link changes its text or address instead.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/nunc_connections/{nunc_connection_id}/links/{link_id}",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
  },
  input: z.strictObject({
    link_id: z.string().describe("From get_hosted_status_page (links[].id)."),
    status_page_id: z.string().describe("From list_hosted_status_pages."),
  }),
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
