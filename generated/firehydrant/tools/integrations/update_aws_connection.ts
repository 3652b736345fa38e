// Generated from PATCH /v1/integrations/aws/connections/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateAwsConnection = defineTool<paths>()({
  name: "update_aws_connection",
  title: "Update an AWS connection",
  description:
    "Changes the account, role or status of an AWS connection. A wrong account or role can stop CloudTrail events from reaching FireHydrant. Returns the connection.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/integrations/aws/connections/{id}",
    pathParameters: { id: { argument: "connection_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_aws_connections."),
    aws_account_id: z
      .string()
      .nullable()
      .optional()
      .describe("AWS account holding the role FireHydrant assumes."),
    connection_status: z
      .enum(["pending_setup", "role_assumed", "cant_assume_role", "invalid_permissions", "validated"])
      .nullable()
      .optional()
      .describe("New status of the connection."),
    target_arn: z.string().nullable().optional().describe("ARN of the role FireHydrant assumes."),
  }),
  formerArguments: { id: { now: "connection_id" } },
});
