// Generated from PUT /v1/incidents/{incident_id}/resolve by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const resolveIncident = defineTool<paths>()({
  name: "resolve_incident",
  title: "Resolve an incident",
  description:
    "Resolves an active incident, ending its response for everyone working on it, and can set a milestone of the post-incident or closed phase; close_incident closes without a choice of milestone. A milestone of an earlier phase is set with update_incident_impact. Returns the incident. This incident's new state is in the answer. Changes to child incidents, if any, are accepted and may follow: get_incident_relationships lists the children, and get_incident with a child's id shows its current_milestone.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/incidents/{incident_id}/resolve",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    milestone: z
      .string()
      .nullable()
      .optional()
      .describe(
        "A milestone of the post-incident or closed phase. From list_lifecycle_phases (milestones[].slug).",
      ),
  }),
  view: [
    "id",
    "number",
    "name",
    "severity",
    "priority",
    "current_milestone",
    "active",
    "started_at",
    "incident_url",
  ],
});
