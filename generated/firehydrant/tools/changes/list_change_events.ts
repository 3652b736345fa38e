// Generated from GET /v1/changes/events by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listChangeEvents = defineTool<paths>()({
  name: "list_change_events",
  title: "List change events",
  description:
    "Lists change events such as deploys and configuration edits, to see what changed before an incident. Filters by time, service, environment and label. Attachments and related changes are left out; use get_change_event for those. Changes already linked to an incident are in list_incident_change_events.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/changes/events",
    query: {
      ends_at: {},
      environments: { commas: true },
      labels: { commas: true },
      query: {},
      saved_search_id: {},
      services: { commas: true },
      starts_at: {},
    },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    ends_at: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only events up to this time."),
    environments: z.array(z.string()).optional().describe("From list_environments."),
    labels: z
      .array(z.string())
      .optional()
      .describe("Labels, each key=value; a key without a value matches any value."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to search change events for."),
    saved_search_id: z.string().optional().describe("Saved search to apply. From list_saved_searches."),
    services: z.array(z.string()).optional().describe("From list_services."),
    starts_at: z.string().optional().describe("Only events from this time on."),
  }),
  view: [
    "id",
    "summary",
    "description",
    "starts_at",
    "ends_at",
    "external_id",
    "authors.name",
    "services.id",
    "services.name",
    "environments.id",
    "environments.name",
    "labels",
  ],
});
