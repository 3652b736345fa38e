// Generated from GET /v1/lifecycles/measurement_definitions/{measurement_definition_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getLifecycleMeasurementDefinition = defineTool<paths>()({
  name: "get_lifecycle_measurement_definition",
  title: "Get a lifecycle measurement",
  description:
    "Returns the definition of one measured duration between two milestones, rather than its values, which are in list_mttx_metrics. Answers without a documented body.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/lifecycles/measurement_definitions/{measurement_definition_id}" },
  input: z.strictObject({
    measurement_definition_id: z.string().describe("From list_lifecycle_measurement_definitions."),
  }),
});
