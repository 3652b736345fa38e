// Generated from POST /v1/changes/events by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createChangeEvent = defineTool<paths>()({
  name: "create_change_event",
  title: "Record a change event",
  description:
    "Records that something changed, such as a deploy, with its time, services and environments. It is not tied to an incident; use create_incident_change_event with the new id for that. Identities or change ids link it to change entries (list_changes). Returns the event.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/changes/events", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    summary: z.string().describe("One line on what changed."),
    attachments: z
      .array(z.strictObject({ type: z.enum(["link"]).describe("Kind of attachment.") }))
      .nullable()
      .optional()
      .describe("Links to attach."),
    authors: z
      .array(
        z.strictObject({
          name: z.string(),
          source: z.string().describe("System the author comes from."),
          source_id: z.string().describe("The author's id in that system."),
        }),
      )
      .nullable()
      .optional()
      .describe("Further authors; the key's user is added by FireHydrant."),
    change_identities: z
      .array(
        z.strictObject({
          type: z.string().describe("Kind of identifier."),
          value: z.string().describe("The identifier itself."),
        }),
      )
      .nullable()
      .optional()
      .describe("Links the event to every change entry with the same identities; each value is unique."),
    changes: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Ids of change entries to link. From list_changes."),
    description: z.string().nullable().optional().describe("Details of what changed."),
    ends_at: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When the change ended."),
    environments: z.array(z.string()).nullable().optional().describe("From list_environments."),
    external_id: z
      .string()
      .nullable()
      .optional()
      .describe("Id of this event in the system that produced it."),
    labels: z
      .record(z.string(), z.string())
      .nullable()
      .optional()
      .describe("Labels as key and value strings."),
    services: z.array(z.string()).nullable().optional().describe("From list_services."),
    starts_at: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When the change began."),
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
