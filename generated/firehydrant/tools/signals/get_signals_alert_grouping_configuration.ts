// Generated from GET /v1/signals/grouping/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSignalsAlertGroupingConfiguration = defineTool<paths>()({
  name: "get_signals_alert_grouping_configuration",
  title: "Get an alert grouping rule",
  description:
    "Reads one alert grouping rule by id: the field and texts it matches, how long it groups for, and whether it links or posts a notice to Slack.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/grouping/{id}",
    pathParameters: { id: { argument: "alert_grouping_configuration_id" } },
  },
  input: z.strictObject({
    alert_grouping_configuration_id: z.string().describe("From list_signals_alert_grouping_configurations."),
  }),
  formerArguments: { id: { now: "alert_grouping_configuration_id" } },
});
