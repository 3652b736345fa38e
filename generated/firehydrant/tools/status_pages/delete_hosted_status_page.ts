// Generated from DELETE /v1/nunc_connections/{nunc_connection_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteHostedStatusPage = defineTool<paths>()({
  name: "delete_hosted_status_page",
  title: "Delete a FireHydrant-hosted status page",
  description:
    "Deletes a FireHydrant-hosted status page, so customers lose it and incidents no longer reach it; no way to restore it is documented. unpublish_hosted_status_page takes it offline and keeps it; delete_incident_status_page only takes one incident off a page.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/nunc_connections/{nunc_connection_id}",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
  },
  input: z.strictObject({ status_page_id: z.string().describe("From list_hosted_status_pages.") }),
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
