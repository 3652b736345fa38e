// Generated from GET /v1/severities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSeverities = defineTool<paths>()({
  name: "list_severities",
  title: "List severities",
  description:
    "Lists the severities an incident can have, with slug, description, order, and the account roles allowed to use each. An incident without one is UNSET; GAMEDAY does not count in metrics. Urgency is a priority, in list_priorities.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/severities",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
