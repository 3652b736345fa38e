// Generated from PATCH /v1/signals/alerts/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/alerts.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSignalsAlert = defineTool<paths>()({
  name: "update_signals_alert",
  title: "Mark an alert as noise",
  description:
    "Marks a Signals alert as noise, or removes the mark. It does not acknowledge or resolve the alert. get_signals_noise_analytics reports on noise. Returns id, summary and the mark.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/signals/alerts/{id}",
    pathParameters: { id: { argument: "alert_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    alert_id: z.string().describe("From list_alerts."),
    noise: z.boolean().describe("True marks it as noise."),
  }),
  formerArguments: { id: { now: "alert_id" } },
});
