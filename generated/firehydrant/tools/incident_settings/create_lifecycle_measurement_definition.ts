// Generated from POST /v1/lifecycles/measurement_definitions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createLifecycleMeasurementDefinition = defineTool<paths>()({
  name: "create_lifecycle_measurement_definition",
  title: "Define a lifecycle measurement",
  description:
    "Defines a duration for the organization's incidents to be measured by, from a starting milestone to an ending one. It records no milestone times; bulk_update_incident_milestones does.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/lifecycles/measurement_definitions",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    ends_at_milestone_id: z
      .string()
      .describe("Milestone where the clock stops. From list_lifecycle_phases (milestones[].id)."),
    name: z.string().describe("Name of the measurement."),
    starts_at_milestone_id: z
      .string()
      .describe("Milestone where the clock starts. From list_lifecycle_phases (milestones[].id)."),
    description: z.string().nullable().optional().describe("What the duration measures."),
    slug: z.string().nullable().optional().describe("Short identifier for the measurement."),
  }),
});
