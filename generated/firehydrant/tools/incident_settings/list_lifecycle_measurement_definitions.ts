// Generated from GET /v1/lifecycles/measurement_definitions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listLifecycleMeasurementDefinitions = defineTool<paths>()({
  name: "list_lifecycle_measurement_definitions",
  title: "List lifecycle measurements",
  description:
    "Lists the durations FireHydrant measures, each defined as the time from one milestone to another. For the measured values, use list_mttx_metrics. Answers without a documented body.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/lifecycles/measurement_definitions",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
