// Generated from DELETE /v1/scheduled_maintenances/{scheduled_maintenance_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteScheduledMaintenance = defineTool<paths>()({
  name: "delete_scheduled_maintenance",
  title: "Cancel a scheduled maintenance",
  description:
    "Deletes a scheduled maintenance so that it will not take place; what status pages that announced it then show is undocumented. To move it to another date use update_scheduled_maintenance.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/scheduled_maintenances/{scheduled_maintenance_id}" },
  input: z.strictObject({
    scheduled_maintenance_id: z.string().describe("From list_scheduled_maintenances."),
  }),
});
