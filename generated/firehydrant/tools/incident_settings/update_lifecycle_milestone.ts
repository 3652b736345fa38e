// Generated from PATCH /v1/lifecycles/milestones/{milestone_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateLifecycleMilestone = defineTool<paths>()({
  name: "update_lifecycle_milestone",
  title: "Change a lifecycle milestone",
  description:
    "Changes a milestone of the organization's incident lifecycle: wording, place, or what it blocks. It sets no incident's times; bulk_update_incident_milestones does. Returns the milestone.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/lifecycles/milestones/{milestone_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    milestone_id: z.string().describe("From list_lifecycle_phases (milestones[].id)."),
    auto_assign_timestamp_on_create: z
      .enum(["always_set_on_create", "only_set_on_manual_create", "never_set_on_create"])
      .nullable()
      .optional()
      .describe("Whether declaring an incident sets this milestone's time."),
    description: z.string().nullable().optional().describe("What reaching it means."),
    name: z.string().nullable().optional().describe("Milestone name, as responders see it."),
    position: z.int().nullable().optional().describe("Place within the phase."),
    required_at_milestone_id: z
      .string()
      .nullable()
      .optional()
      .describe(
        "Later milestone that cannot begin before this one has a time. From list_lifecycle_phases (milestones[].id).",
      ),
    slug: z.string().nullable().optional().describe("Unique identifier of the milestone."),
  }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "position",
    "auto_assign_timestamp_on_create",
    "updated_at",
    "updated_by.name",
  ],
});
