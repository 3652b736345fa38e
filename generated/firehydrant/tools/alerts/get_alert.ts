// Generated from GET /v1/alerts/{alert_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/alerts.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getAlert = defineTool<paths>()({
  name: "get_alert",
  title: "Get an alert",
  description:
    "Returns one alert, from Signals or a third-party tool: status, priority, times, labels, the rule and target behind it, its events, grouped alerts and the incidents it is linked to.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/alerts/{alert_id}" },
  input: z.strictObject({ alert_id: z.string().describe("From list_alerts.") }),
  view: [
    "id",
    "summary",
    "description",
    "status",
    "priority",
    "starts_at",
    "ends_at",
    "signal_rule.name",
    "signal_target.name",
    "services.name",
    "incidents",
    "remote_url",
  ],
});
