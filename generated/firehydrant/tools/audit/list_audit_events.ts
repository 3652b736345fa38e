// Generated from GET /v1/audit_events by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audit.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listAuditEvents = defineTool<paths>()({
  name: "list_audit_events",
  title: "List audit events",
  description:
    "Lists the audit trail of the organization: which actor did what to which resource, and when. Filter it by time, event, actor or resource. For a single incident's story, use list_incident_events. Answers without a documented body.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/audit_events",
    query: { filter: {} },
    page: { style: "cursor", cursor: "cursor", size: "limit", most: 100 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    filter: z
      .string()
      .optional()
      .describe(
        "Comparisons joined by AND, on event.key, event.occurred_at (UTC time), event.actor.id, event.actor.kind, resource.id, resource.kind, parent_id; equals or less-than sign.",
      ),
    limit: z.int().min(1).optional().describe("Over 100 takes several requests."),
  }),
});
