// Generated from PATCH /v1/changes/events/{change_event_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateChangeEvent = defineTool<paths>()({
  name: "update_change_event",
  title: "Update a change event",
  description:
    "Changes a change event's text, times, labels, attachments, services or environments. Services and environments replace the whole list they are sent for. The relation to an incident is changed with update_incident_change_event. Returns the event.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/changes/events/{change_event_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    change_event_id: z.string().describe("From list_change_events."),
    attachments: z
      .array(z.strictObject({ type: z.enum(["link"]).describe("Kind of attachment.") }))
      .nullable()
      .optional()
      .describe("Links and files shown with it; may replace the whole list."),
    description: z.string().nullable().optional().describe("Details of what changed."),
    ends_at: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When the change ended."),
    environments: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Environment ids; replaces the whole list. From list_environments."),
    labels: z
      .record(z.string(), z.string())
      .nullable()
      .optional()
      .describe("Labels as key and value strings; may replace the whole set."),
    services: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Service ids; replaces the whole list. From list_services."),
    starts_at: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When the change began."),
    summary: z.string().nullable().optional().describe("One line on what changed."),
  }),
  view: [
    "id",
    "summary",
    "description",
    "starts_at",
    "ends_at",
    "external_id",
    "authors.name",
    "services.name",
    "environments.name",
    "labels",
    "identities",
    "related_changes",
  ],
});
