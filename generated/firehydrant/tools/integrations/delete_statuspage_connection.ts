// Generated from DELETE /v1/integrations/statuspage/connections/{connection_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteStatuspageConnection = defineTool<paths>()({
  name: "delete_statuspage_connection",
  title: "Delete a Statuspage connection",
  description:
    "Deletes a connection to Atlassian Statuspage together with its mappings, so incidents can no longer be published to customers through it. To take a page off one incident only, use delete_incident_status_page.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/integrations/statuspage/connections/{connection_id}" },
  input: z.strictObject({ connection_id: z.string().describe("From list_statuspage_connections.") }),
});
