// Generated from PATCH /v1/lifecycles/measurement_definitions/{measurement_definition_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateLifecycleMeasurementDefinition = defineTool<paths>()({
  name: "update_lifecycle_measurement_definition",
  title: "Change a lifecycle measurement",
  description:
    "Changes the name or the milestones of a measured duration for the whole organization. Whether figures for past incidents are recalculated is not documented.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/lifecycles/measurement_definitions/{measurement_definition_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    measurement_definition_id: z.string().describe("From list_lifecycle_measurement_definitions."),
    description: z.string().nullable().optional().describe("What the duration measures."),
    ends_at_milestone_id: z
      .string()
      .nullable()
      .optional()
      .describe("Milestone where the clock stops. From list_lifecycle_phases (milestones[].id)."),
    name: z.string().nullable().optional().describe("Name of the measurement."),
    slug: z.string().nullable().optional().describe("Short identifier for the measurement."),
    starts_at_milestone_id: z
      .string()
      .nullable()
      .optional()
      .describe("Milestone where the clock starts. From list_lifecycle_phases (milestones[].id)."),
  }),
});
