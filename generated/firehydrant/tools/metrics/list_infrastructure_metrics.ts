// Generated from GET /v1/metrics/{infra_type}/{infra_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listInfrastructureMetrics = defineTool<paths>()({
  name: "list_infrastructure_metrics",
  title: "Get one component's metrics",
  description:
    'Answers "how reliable has this service been": one component\'s incident count, MTTD, MTTA, MTTM, MTTR and total impacted time, in seconds. list_infrastructure_type_metrics compares all of its kind.',
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/metrics/{infra_type}/{infra_id}",
    pathParameters: {
      infra_id: { argument: "infrastructure_id" },
      infra_type: { argument: "infrastructure_type" },
    },
    query: { end_date: {}, start_date: {} },
  },
  input: z.strictObject({
    infrastructure_id: z
      .string()
      .describe("From list_services, list_environments or list_functionalities, by type."),
    infrastructure_type: z
      .enum(["environments", "functionalities", "services", "customers"])
      .describe("Kind of the component."),
    end_date: z.iso.date().optional().describe("End of the period. Default: today."),
    start_date: z.iso.date().optional().describe("Start of the period. Default: 30 days ago."),
  }),
  formerArguments: { infra_id: { now: "infrastructure_id" }, infra_type: { now: "infrastructure_type" } },
});
