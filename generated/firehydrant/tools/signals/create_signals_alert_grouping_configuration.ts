// Generated from POST /v1/signals/grouping by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createSignalsAlertGroupingConfiguration = defineTool<paths>()({
  name: "create_signals_alert_grouping_configuration",
  title: "Create an alert grouping rule",
  description:
    "Changes who is notified of alerts across the organization: alerts matching the new rule are grouped and, with the link action, notify no one. A broad match can silence real alerts. Returns the rule with its id.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/signals/grouping", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    reference_alert_time_period: z
      .string()
      .describe("How long alerts keep being grouped, as an ISO 8601 duration such as PT30M."),
    strategy: z
      .strictObject({
        substring: z
          .strictObject({
            field_name: z.enum(["summary", "body", "tags"]).describe("Alert field searched for the values."),
            values: z.array(z.string()).describe("Texts to look for."),
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
      .describe("How alerts are recognized as belonging together."),
    action: z
      .strictObject({
        fyi: z
          .strictObject({
            slack_channel_ids: z.array(z.string()).describe("Slack channels that get the notice."),
          })
          .nullable()
          .optional()
          .describe("Sends a for-information notice to Slack."),
        link: z.boolean().nullable().optional().describe("Links the alert to the group and notifies no one."),
      })
      .nullable()
      .optional()
      .describe("What happens to a grouped alert."),
  }),
});
