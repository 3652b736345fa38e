// Generated from PATCH /v1/signals/grouping/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSignalsAlertGroupingConfiguration = defineTool<paths>()({
  name: "update_signals_alert_grouping_configuration",
  title: "Change an alert grouping rule",
  description:
    "Changes which alerts are grouped across the organization, and so which ones still notify people. A broader match or the link action can silence real alerts. Returns the changed rule.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/signals/grouping/{id}",
    pathParameters: { id: { argument: "alert_grouping_configuration_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    alert_grouping_configuration_id: z.string().describe("From list_signals_alert_grouping_configurations."),
    action: z
      .strictObject({
        fyi: z
          .strictObject({
            slack_channel_ids: z
              .array(z.string())
              .describe("Slack channels that get the notice; may replace the whole list."),
          })
          .nullable()
          .optional()
          .describe("Sends a for-information notice to Slack."),
        link: z.boolean().nullable().optional().describe("Links the alert to the group and notifies no one."),
      })
      .nullable()
      .optional()
      .describe("What happens to a grouped alert."),
    reference_alert_time_period: z
      .string()
      .nullable()
      .optional()
      .describe("How long alerts keep being grouped, as an ISO 8601 duration such as PT30M."),
    strategy: z
      .strictObject({
        substring: z
          .strictObject({
            field_name: z.enum(["summary", "body", "tags"]).describe("Alert field searched for the values."),
            values: z.array(z.string()).describe("Texts to look for; may replace the whole list."),
            match_type: z
              .enum(["and", "or"])
              .nullable()
              .optional()
              .describe("Whether all values need to occur or one is enough."),
          })
          .nullable()
          .optional()
          .describe("Groups alerts that share text."),
      })
      .nullable()
      .optional()
      .describe("How alerts are recognized as belonging together."),
  }),
  formerArguments: { id: { now: "alert_grouping_configuration_id" } },
});
