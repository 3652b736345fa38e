// Generated from GET /v1/integrations/statuspage/connections/{connection_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getStatuspageConnection = defineTool<paths>()({
  name: "get_statuspage_connection",
  title: "Get a Statuspage connection",
  description:
    "Returns one Atlassian Statuspage connection: the page it publishes to, and how FireHydrant conditions, milestones and severities map to Statuspage values.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/integrations/statuspage/connections/{connection_id}" },
  input: z.strictObject({ connection_id: z.string().describe("From list_statuspage_connections.") }),
});
