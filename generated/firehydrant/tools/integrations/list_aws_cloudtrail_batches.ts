// Generated from GET /v1/integrations/aws/cloudtrail_batches by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listAwsCloudtrailBatches = defineTool<paths>()({
  name: "list_aws_cloudtrail_batches",
  title: "List CloudTrail batches",
  description:
    "Lists batches of AWS CloudTrail events brought into FireHydrant as change events, with the time span, status and number of events of each. list_aws_cloudtrail_batch_events shows what one batch holds.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/aws/cloudtrail_batches",
    query: { connection_id: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    connection_id: z
      .string()
      .optional()
      .describe("Only batches of this AWS connection. From list_aws_connections."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
