// Generated from GET /v1/metrics/retrospectives by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listRetrospectiveMetrics = defineTool<paths>()({
  name: "list_retrospective_metrics",
  title: "Summarize retrospective completion",
  description:
    'Answers "are retrospectives being finished, and how long do they take": totals completed and incomplete, completion percentage, and mean, shortest and longest time, plus points for a chart.',
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/metrics/retrospectives", query: { end_date: {}, start_date: {} } },
  input: z.strictObject({
    end_date: z.iso.date().optional().describe("End of the period."),
    start_date: z.iso.date().optional().describe("Start of the period."),
  }),
});
