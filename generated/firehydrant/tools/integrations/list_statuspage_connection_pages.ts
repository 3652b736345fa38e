// Generated from GET /v1/integrations/statuspage/connections/{connection_id}/pages by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listStatuspageConnectionPages = defineTool<paths>()({
  name: "list_statuspage_connection_pages",
  title: "List pages of a Statuspage connection",
  description:
    "Lists the Atlassian Statuspage pages that a connection can reach, with id and name. The id is what update_statuspage_connection takes as page_id. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/integrations/statuspage/connections/{connection_id}/pages" },
  input: z.strictObject({ connection_id: z.string().describe("From list_statuspage_connections.") }),
});
