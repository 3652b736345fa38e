// Generated from DELETE /v1/lifecycles/milestones/{milestone_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteLifecycleMilestone = defineTool<paths>()({
  name: "delete_lifecycle_milestone",
  title: "Delete a lifecycle milestone",
  description:
    "Deletes a milestone from the organization's incident lifecycle; no tool brings it back. To take a milestone off a single incident, use bulk_update_incident_milestones, which can remove it there.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/lifecycles/milestones/{milestone_id}" },
  input: z.strictObject({
    milestone_id: z.string().describe("From list_lifecycle_phases (milestones[].id)."),
  }),
});
