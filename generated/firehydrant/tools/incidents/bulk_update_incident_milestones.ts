// Generated from PUT /v1/incidents/{incident_id}/milestones/bulk_update by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const bulkUpdateIncidentMilestones = defineTool<paths>()({
  name: "bulk_update_incident_milestones",
  title: "Correct milestone times",
  description:
    "Sets or removes the times of several milestones of an incident, for correcting its record and so its metrics. The resulting times need to follow the configured order of milestones, unsent ones included; otherwise the request is refused with 422. To move a running incident on to its next milestone, use update_incident_impact. Returns the incident's milestones.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/incidents/{incident_id}/milestones/bulk_update",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    milestones: z
      .array(
        z.strictObject({
          occurred_at: z.iso
            .datetime({ offset: true, local: true })
            .describe("When it was reached; needed even on removal."),
          type: z.string().describe("Which milestone. From list_lifecycle_phases (milestones[].slug)."),
          remove: z.boolean().nullable().optional().describe("Take this milestone off the incident."),
        }),
      )
      .describe("The milestones to set or remove."),
    bulk: z.enum(["true"]).nullable().optional().describe("Bulk switch; it has just one value."),
  }),
});
