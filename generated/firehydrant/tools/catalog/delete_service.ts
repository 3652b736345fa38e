// Generated from DELETE /v1/services/{service_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteService = defineTool<paths>()({
  name: "delete_service",
  title: "Delete a service",
  description:
    "Deletes a service from FireHydrant's catalog. No tool here brings it back. To only cut its link to PagerDuty or the like, use delete_service_link.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/services/{service_id}" },
  input: z.strictObject({ service_id: z.string().describe("From list_services.") }),
});
