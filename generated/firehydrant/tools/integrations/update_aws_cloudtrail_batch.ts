// Generated from PATCH /v1/integrations/aws/cloudtrail_batches/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateAwsCloudtrailBatch = defineTool<paths>()({
  name: "update_aws_cloudtrail_batch",
  title: "Update a CloudTrail batch",
  description:
    "Changes the record of one CloudTrail batch: its status, end time, event count or error text. The events themselves are edited with update_change_event. Returns the batch.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/integrations/aws/cloudtrail_batches/{id}",
    pathParameters: { id: { argument: "cloudtrail_batch_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    cloudtrail_batch_id: z.string().describe("From list_aws_cloudtrail_batches."),
    ends_at: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When the batch ends."),
    error: z.string().nullable().optional().describe("Error text to record."),
    events_created: z.int().nullable().optional().describe("Number of events the batch created."),
    status: z
      .enum(["pending", "in_progress", "successful", "failed", "retried"])
      .nullable()
      .optional()
      .describe("New status of the batch."),
  }),
  formerArguments: { id: { now: "cloudtrail_batch_id" } },
});
