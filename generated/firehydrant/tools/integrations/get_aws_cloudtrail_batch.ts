// Generated from GET /v1/integrations/aws/cloudtrail_batches/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getAwsCloudtrailBatch = defineTool<paths>()({
  name: "get_aws_cloudtrail_batch",
  title: "Get a CloudTrail batch",
  description:
    "Returns one CloudTrail batch: the AWS connection it came through, when it starts and ends, its status and how many events it created.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/aws/cloudtrail_batches/{id}",
    pathParameters: { id: { argument: "cloudtrail_batch_id" } },
  },
  input: z.strictObject({ cloudtrail_batch_id: z.string().describe("From list_aws_cloudtrail_batches.") }),
  formerArguments: { id: { now: "cloudtrail_batch_id" } },
});
