// Generated from GET /v1/signals/analytics/shifts/export by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const exportSignalsShiftAnalytics = defineTool<paths>()({
  name: "export_signals_shift_analytics",
  title: "Export on-call hours",
  description:
    'Answers "how many hours was each person or team on call": a report for the period, useful for compensation and load. It changes nothing. Who is on call now is in list_organization_on_call_schedules.',
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/analytics/shifts/export",
    query: { period_end: {}, period_start: {}, team_ids: { explode: false }, user_ids: { explode: false } },
  },
  input: z.strictObject({
    period_end: z.iso.datetime({ offset: true, local: true }).describe("End of the period, UTC."),
    period_start: z.iso.datetime({ offset: true, local: true }).describe("Start of the period, UTC."),
    team_ids: z.array(z.string()).optional().describe("Teams to report on. From list_teams."),
    user_ids: z.array(z.string()).optional().describe("Users to report on. From list_users."),
  }),
});
