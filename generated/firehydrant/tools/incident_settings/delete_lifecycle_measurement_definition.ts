// Generated from DELETE /v1/lifecycles/measurement_definitions/{measurement_definition_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteLifecycleMeasurementDefinition = defineTool<paths>()({
  name: "delete_lifecycle_measurement_definition",
  title: "Archive a lifecycle measurement",
  description:
    "Archives a measured duration for the whole organization: lists and metrics no longer show it, and no tool restores it. Milestones themselves are deleted by delete_lifecycle_milestone.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/lifecycles/measurement_definitions/{measurement_definition_id}" },
  input: z.strictObject({
    measurement_definition_id: z.string().describe("From list_lifecycle_measurement_definitions."),
  }),
});
