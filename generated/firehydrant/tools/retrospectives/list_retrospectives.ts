// Generated from GET /v1/retrospectives by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listRetrospectives = defineTool<paths>()({
  name: "list_retrospectives",
  title: "List retrospectives",
  description:
    "Lists the template-based retrospectives across all incidents; sections and field values come with view full or from list_incident_retrospectives. Items have no incident id; filter by incident_id to see those of one incident. list_post_mortem_reports lists the other kind.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/retrospectives",
    query: { incident_id: {}, updated_since: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    incident_id: z.string().optional().describe("Only retrospectives of this incident. From list_incidents."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    updated_since: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only retrospectives changed after this time, in ISO 8601."),
  }),
  view: ["id", "name", "is_hidden", "retrospective_template_id", "exports"],
});
