// Generated from DELETE /v1/services/{service_id}/service_links/{remote_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteServiceLink = defineTool<paths>()({
  name: "delete_service_link",
  title: "Delete a service link",
  description:
    "Deletes the link between a service and its counterpart in an outside tool such as PagerDuty; the service stays. delete_service removes the service itself.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/services/{service_id}/service_links/{remote_id}" },
  input: z.strictObject({
    remote_id: z
      .string()
      .describe(
        "External service's id, in the service's external resources. From get_service (external_resources[].remote_id).",
      ),
    service_id: z.string().describe("From list_services."),
  }),
});
