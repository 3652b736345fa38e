// Generated from GET /v1/incidents by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidents = defineTool<paths>()({
  name: "list_incidents",
  title: "List incidents",
  description:
    "Finds incidents across the organization by status, severity, milestone, component, team, tag, time or text, and returns a page of them with id, number, severity and milestone. It is the way from an incident's name or number to its id. One incident in full comes from get_incident; look-alikes of a known incident come from list_similar_incidents; counts and averages over time come from list_incident_metrics.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents",
    query: {
      archived: {},
      assigned_teams: {},
      attached_runbooks: {},
      closed_at_or_after: {},
      closed_at_or_before: {},
      conditions: {},
      created_at_or_after: {},
      created_at_or_before: {},
      current_milestones: {},
      "custom_fields[field_id]": { argument: "custom_fields_field_id", explode: false },
      "custom_fields[value]": { argument: "custom_fields_value", explode: false },
      end_date: {},
      environments: {},
      excluded_infrastructure_ids: {},
      functionalities: {},
      incident_type_id: {},
      name: {},
      priorities: {},
      priority_not_set: {},
      query: {},
      resolved_at_or_after: {},
      resolved_at_or_before: {},
      retrospective_templates: {},
      saved_search_id: {},
      services: {},
      severities: {},
      severity_not_set: {},
      start_date: {},
      status: {},
      tag_match_strategy: {},
      tags: {},
      teams: {},
      updated_after: {},
      updated_before: {},
    },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    archived: z.boolean().optional().describe("Return archived incidents."),
    assigned_teams: z
      .string()
      .optional()
      .describe(
        "Comma-separated teams, or is_empty for incidents with no active team assignment. From list_teams (id).",
      ),
    attached_runbooks: z.string().optional().describe("Comma-separated runbooks. From list_runbooks (id)."),
    closed_at_or_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Closed then or later."),
    closed_at_or_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Closed then or earlier."),
    conditions: z.string().optional().describe("Advanced filter, a JSON string holding logic and user_data."),
    created_at_or_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Opened then or later."),
    created_at_or_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Opened then or earlier."),
    current_milestones: z
      .string()
      .optional()
      .describe(
        "Comma-separated milestones the incidents are in now. From list_lifecycle_phases (milestones[].slug).",
      ),
    cursor: z.string().optional().describe("next_cursor of the previous answer."),
    custom_fields_field_id: z
      .array(z.string())
      .optional()
      .describe(
        "Custom field to filter on; its value goes in custom_fields_value. From list_custom_field_definitions (field_id).",
      ),
    custom_fields_value: z
      .array(z.string())
      .optional()
      .describe("Value of that custom field; empty finds incidents where it is unset."),
    end_date: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Started at this date or earlier."),
    environments: z
      .string()
      .optional()
      .describe(
        "Comma-separated environments, or is_empty for incidents without any. From list_environments (id).",
      ),
    excluded_infrastructure_ids: z
      .string()
      .optional()
      .describe(
        "Comma-separated components; incidents touching any of them are left out. From list_services, list_environments or list_functionalities (id).",
      ),
    functionalities: z
      .string()
      .optional()
      .describe(
        "Comma-separated functionalities, or is_empty for incidents without any. From list_functionalities (id).",
      ),
    incident_type_id: z
      .string()
      .optional()
      .describe(
        "Comma-separated incident types, or is_empty for incidents without one. From list_incident_types (id).",
      ),
    limit: z.int().min(1).optional().describe("Items to return."),
    name: z.string().optional().describe("Text to find in the name only."),
    priorities: z.string().optional().describe("Comma-separated priorities. From list_priorities (slug)."),
    priority_not_set: z.boolean().optional().describe("Include incidents without a priority."),
    query: z.string().optional().describe("Text to find in name, summary or description."),
    resolved_at_or_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Resolved then or later; includes reopened incidents unless current_milestones narrows it."),
    resolved_at_or_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe(
        "Resolved then or earlier; includes reopened incidents unless current_milestones narrows it.",
      ),
    retrospective_templates: z
      .string()
      .optional()
      .describe("Comma-separated retrospective templates. From list_retrospective_templates (id)."),
    saved_search_id: z
      .string()
      .optional()
      .describe("Saved search whose filters apply. From list_saved_searches (id)."),
    services: z
      .string()
      .optional()
      .describe("Comma-separated services, or is_empty for incidents without any. From list_services (id)."),
    severities: z
      .string()
      .optional()
      .describe("Comma-separated severities, one or several. From list_severities (slug)."),
    severity_not_set: z.boolean().optional().describe("Include incidents without a severity."),
    start_date: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Started at this date or later."),
    status: z
      .string()
      .optional()
      .describe(
        "Open or over: active, inactive, or a milestone such as resolved. Exact stages go in current_milestones.",
      ),
    tag_match_strategy: z
      .enum(["any", "match_all", "exclude"])
      .optional()
      .describe("How several tags combine."),
    tags: z.string().optional().describe("Comma-separated tags. From list_incident_tags (name)."),
    teams: z.string().optional().describe("Comma-separated teams. From list_teams (id)."),
    updated_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Updated after this time."),
    updated_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Updated before this time."),
  }),
  view: [
    "id",
    "number",
    "name",
    "severity",
    "current_milestone",
    "started_at",
    "role_assignments.incident_role.name",
    "role_assignments.user.name",
    "services.name",
    "status_pages.name",
    "last_note.body",
  ],
});
