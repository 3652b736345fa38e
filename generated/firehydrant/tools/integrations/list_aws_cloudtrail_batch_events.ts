// Generated from GET /v1/integrations/aws/cloudtrail_batches/{id}/events by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listAwsCloudtrailBatchEvents = defineTool<paths>()({
  name: "list_aws_cloudtrail_batch_events",
  title: "List CloudTrail batch events",
  description:
    "Lists the change events of one CloudTrail batch, such as AWS changes around the start of an incident, with services, environments, authors and times. For change events from every source, use list_change_events. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/aws/cloudtrail_batches/{id}/events",
    pathParameters: { id: { argument: "cloudtrail_batch_id" } },
  },
  input: z.strictObject({ cloudtrail_batch_id: z.string().describe("From list_aws_cloudtrail_batches.") }),
  view: [
    "id",
    "summary",
    "description",
    "starts_at",
    "ends_at",
    "external_id",
    "authors.name",
    "services.id",
    "services.name",
    "environments.id",
    "environments.name",
    "labels",
  ],
  formerArguments: { id: { now: "cloudtrail_batch_id" } },
});
