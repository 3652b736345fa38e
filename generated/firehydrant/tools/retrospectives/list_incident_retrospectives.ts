// Generated from GET /v1/incidents/{incident_id}/retrospectives by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentRetrospectives = defineTool<paths>()({
  name: "list_incident_retrospectives",
  title: "List an incident's retrospectives",
  description:
    "Lists the template-based retrospectives attached to one incident, with their sections and fields and the field values. list_retrospectives covers all incidents; post-mortem reports are another kind, in list_post_mortem_reports.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents/{incident_id}/retrospectives",
    query: { is_hidden: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    cursor: z.string().optional().describe("From next_cursor."),
    is_hidden: z.boolean().optional().describe("Only hidden ones, or only visible ones."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
