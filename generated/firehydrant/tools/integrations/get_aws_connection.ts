// Generated from GET /v1/integrations/aws/connections/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getAwsConnection = defineTool<paths>()({
  name: "get_aws_connection",
  title: "Get an AWS connection",
  description:
    "Returns one AWS connection: account, role, external ID, regions, linked environment, and its connection status with an explanation of that status.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/aws/connections/{id}",
    pathParameters: { id: { argument: "connection_id" } },
  },
  input: z.strictObject({ connection_id: z.string().describe("From list_aws_connections.") }),
  formerArguments: { id: { now: "connection_id" } },
});
