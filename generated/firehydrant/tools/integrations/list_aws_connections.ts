// Generated from GET /v1/integrations/aws/connections by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listAwsConnections = defineTool<paths>()({
  name: "list_aws_connections",
  title: "List AWS connections",
  description:
    "Lists the organization's AWS connections with account, role, regions, environment and connection status. For connections of other integrations, use list_integration_connections.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/aws/connections",
    query: { aws_account_id: {}, external_id: {}, target_arn: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    aws_account_id: z.string().optional().describe("AWS account holding the role FireHydrant assumes."),
    cursor: z.string().optional().describe("From next_cursor."),
    external_id: z.string().optional().describe("External ID given when the role is assumed."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    target_arn: z.string().optional().describe("ARN of the role FireHydrant assumes."),
  }),
});
