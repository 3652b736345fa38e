// Generated from PATCH /v1/integrations/connections/{slug}/{connection_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIntegrationConnection = defineTool<paths>()({
  name: "update_integration_connection",
  title: "Update an integration connection",
  description:
    "Updates a connection to an outside tool. The API documents no fields to send, so this tool has none; AWS and Statuspage connections are changed with update_aws_connection and update_statuspage_connection. Returns the connection. Accepted; a check of the connection may follow. get_integration_connection_status with the same slug and the connection_id as by_connection_id shows it, every 5 s for up to 60 s: usually done when checked_at is newer and status ok, info or warning, failed when error. wait_seconds waits for that.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/integrations/connections/{slug}/{connection_id}",
    pathParameters: { slug: { argument: "integration_slug" } },
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_integration_connections."),
    integration_slug: z.string().describe("From list_integrations (slug)."),
  }),
  poll: {
    tool: "get_integration_connection_status",
    arguments: { integration_slug: "arguments.integration_slug", connection_id: "arguments.connection_id" },
    everySeconds: 5,
    atMostSeconds: 60,
    done: "before && length(to_array(now)[?checked_at]) > `0` && to_array(now)[].checked_at != to_array(before)[].checked_at && !contains(to_array(now)[].status, 'error')",
    failed:
      "before && to_array(now)[].checked_at != to_array(before)[].checked_at && contains(to_array(now)[].status, 'error')",
  },
  view: [
    "id",
    "integration_id",
    "integration_slug",
    "display_name",
    "details",
    "authorized_by",
    "default_authorized_actor.name",
    "configuration_url",
    "updated_at",
  ],
  formerArguments: { slug: { now: "integration_slug" } },
});
