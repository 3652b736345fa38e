// Generated from GET /v1/integrations/statuspage/connections by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listStatuspageConnections = defineTool<paths>()({
  name: "list_statuspage_connections",
  title: "List Statuspage connections",
  description:
    "Lists the connections to Atlassian Statuspage with the page each publishes to and how conditions, milestones and severities map onto it. FireHydrant-hosted status pages are in list_hosted_status_pages.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/statuspage/connections",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
