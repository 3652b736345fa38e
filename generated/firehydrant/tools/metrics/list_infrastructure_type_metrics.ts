// Generated from GET /v1/metrics/{infra_type} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listInfrastructureTypeMetrics = defineTool<paths>()({
  name: "list_infrastructure_type_metrics",
  title: "Rank components by incidents",
  description:
    'Answers "which services (or environments, functionalities, customers) are hit most": for every component of one type the incident count, MTTD, MTTA, MTTM, MTTR and total impacted time, in seconds. list_infrastructure_metrics reads one component; list_mttx_metrics filters and compares. One answer holds all.',
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/metrics/{infra_type}",
    pathParameters: { infra_type: { argument: "infrastructure_type" } },
    query: { end_date: {}, start_date: {} },
  },
  input: z.strictObject({
    infrastructure_type: z
      .enum(["environments", "functionalities", "services", "customers"])
      .describe("Kind of component to report on."),
    end_date: z.iso.date().optional().describe("End of the period. Default: today."),
    start_date: z.iso.date().optional().describe("Start of the period. Default: 30 days ago."),
  }),
  formerArguments: { infra_type: { now: "infrastructure_type" } },
});
