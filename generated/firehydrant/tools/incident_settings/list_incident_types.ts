// Generated from GET /v1/incident_types by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentTypes = defineTool<paths>()({
  name: "list_incident_types",
  title: "List incident types",
  description:
    "Lists the organization's incident types: each presets severity, impacts, teams and runbooks of the incidents declared with it. Use it to choose incident_type_id for create_incident.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incident_types",
    query: { query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to find in type names."),
  }),
  view: [
    "id",
    "name",
    "description",
    "template.severity",
    "template.priority",
    "template.private_incident",
    "template.runbook_ids",
    "template.team_ids",
  ],
});
