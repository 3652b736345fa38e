// Generated from GET /v1/integrations/statuses/{slug}/{by_connection_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIntegrationConnectionStatus = defineTool<paths>()({
  name: "get_integration_connection_status",
  title: "Get a connection's status",
  description:
    "Shows the health of one integration connection: status, message, error type, and when and by whom it was checked. list_integration_statuses covers all connections.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/statuses/{slug}/{by_connection_id}",
    pathParameters: {
      by_connection_id: { argument: "connection_id" },
      slug: { argument: "integration_slug" },
    },
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_integration_connections."),
    integration_slug: z.string().describe("From list_integrations (slug)."),
  }),
  formerArguments: { by_connection_id: { now: "connection_id" }, slug: { now: "integration_slug" } },
});
