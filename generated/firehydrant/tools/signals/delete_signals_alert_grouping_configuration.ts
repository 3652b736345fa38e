// Generated from DELETE /v1/signals/grouping/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteSignalsAlertGroupingConfiguration = defineTool<paths>()({
  name: "delete_signals_alert_grouping_configuration",
  title: "Delete an alert grouping rule",
  description:
    "Deletes an alert grouping rule, so similar alerts are no longer grouped by it and may each notify people again. No tool restores it.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/signals/grouping/{id}",
    pathParameters: { id: { argument: "alert_grouping_configuration_id" } },
  },
  input: z.strictObject({
    alert_grouping_configuration_id: z.string().describe("From list_signals_alert_grouping_configurations."),
  }),
  formerArguments: { id: { now: "alert_grouping_configuration_id" } },
});
