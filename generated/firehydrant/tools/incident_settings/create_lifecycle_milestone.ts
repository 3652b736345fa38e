// Generated from POST /v1/lifecycles/milestones by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createLifecycleMilestone = defineTool<paths>()({
  name: "create_lifecycle_milestone",
  title: "Add a lifecycle milestone",
  description:
    "Adds a milestone to a phase of the organization's incident lifecycle. To move one incident to a milestone, use update_incident_impact or bulk_update_incident_milestones. Returns the milestone.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/lifecycles/milestones",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    description: z.string().describe("What reaching it means."),
    name: z.string().describe("Milestone name, as responders see it."),
    phase_id: z.string().describe("Phase it belongs to. From list_lifecycle_phases."),
    auto_assign_timestamp_on_create: z
      .enum(["always_set_on_create", "only_set_on_manual_create", "never_set_on_create"])
      .nullable()
      .optional()
      .describe("Whether declaring an incident sets this milestone's time."),
    position: z.int().nullable().optional().describe("Place within the phase; last when left out."),
    required_at_milestone_id: z
      .string()
      .nullable()
      .optional()
      .describe(
        "Later milestone that cannot begin before this one has a time. From list_lifecycle_phases (milestones[].id).",
      ),
    slug: z.string().nullable().optional().describe("Unique identifier; made from the name if left out."),
  }),
  view: ["id", "name", "slug", "description", "position", "auto_assign_timestamp_on_create", "created_at"],
});
