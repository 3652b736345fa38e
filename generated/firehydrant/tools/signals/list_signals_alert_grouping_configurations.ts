// Generated from GET /v1/signals/grouping by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSignalsAlertGroupingConfigurations = defineTool<paths>()({
  name: "list_signals_alert_grouping_configurations",
  title: "List alert grouping rules",
  description:
    "Lists the organization's alert grouping rules, which bundle similar Signals alerts instead of notifying for each. Each item has its matching strategy, time period and action.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/grouping",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
