// Generated from GET /v1/incidents/{incident_id}/related_change_events by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentChangeEvents = defineTool<paths>()({
  name: "list_incident_change_events",
  title: "List related changes",
  description:
    "Lists the change events, such as deploys, related to an incident, with the kind of relation and the reason. All change events come from list_change_events.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents/{incident_id}/related_change_events",
    query: { type: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    type: z
      .enum(["caused", "fixed", "suspect", "dismissed"])
      .optional()
      .describe("Kind of relation to the incident."),
  }),
  view: [
    "id",
    "type",
    "why",
    "change_event.id",
    "change_event.summary",
    "change_event.starts_at",
    "change_event.ends_at",
    "created_by.name",
    "created_at",
  ],
});
