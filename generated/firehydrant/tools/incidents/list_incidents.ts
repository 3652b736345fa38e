// Generated from GET /v1/incidents by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidents = defineTool<paths>()({
  name: "list_incidents",
  title: "List incidents",
  description:
    "Finds incidents across the organization by status, severity, milestone, component, team, tag, time or text, and returns a page of them with id, number, severity and milestone. Use it to find an incident's id by its name or number. One incident in full comes from get_incident; incidents similar to a known one come from list_similar_incidents; counts and averages over time come from list_incident_metrics.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents",
    query: {
      archived: {},
      assigned_teams: { commas: true },
      attached_runbooks: { commas: true },
      closed_at_or_after: {},
      closed_at_or_before: {},
      conditions: {},
      created_at_or_after: {},
      created_at_or_before: {},
      current_milestones: { commas: true },
      "custom_fields[field_id]": { argument: "custom_field_ids", explode: false },
      "custom_fields[value]": { argument: "custom_field_values", explode: false },
      end_date: {},
      environments: { commas: true },
      excluded_infrastructure_ids: { commas: true },
      functionalities: { commas: true },
      incident_type_id: { commas: true },
      name: {},
      priorities: { commas: true },
      priority_not_set: {},
      query: {},
      resolved_at_or_after: {},
      resolved_at_or_before: {},
      retrospective_templates: { commas: true },
      saved_search_id: {},
      services: { commas: true },
      severities: { commas: true },
      severity_not_set: {},
      start_date: {},
      status: {},
      tag_match_strategy: {},
      tags: { commas: true },
      teams: { commas: true },
      updated_after: {},
      updated_before: {},
    },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    archived: z.boolean().optional().describe("Return archived incidents."),
    assigned_teams: z
      .array(z.string())
      .optional()
      .describe("Teams with an active assignment, or is_empty. From list_teams."),
    attached_runbooks: z.array(z.string()).optional().describe("From list_runbooks."),
    closed_at_or_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Closed then or later."),
    closed_at_or_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Closed then or earlier."),
    conditions: z.string().optional().describe("Advanced filter, JSON text of logic and user_data."),
    created_at_or_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Record created then or later; for its start, use start_date."),
    created_at_or_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Record created then or earlier; for its start, use end_date."),
    current_milestones: z
      .array(z.string())
      .optional()
      .describe("Milestones the incidents are in now. From list_lifecycle_phases (milestones[].slug)."),
    cursor: z.string().optional().describe("From next_cursor."),
    custom_field_ids: z
      .array(z.string())
      .optional()
      .describe(
        "Custom field to filter on; its value goes in custom_field_values. From list_custom_field_definitions (field_id).",
      ),
    custom_field_values: z
      .array(z.string())
      .optional()
      .describe("Value of that custom field; empty finds incidents where it is unset."),
    end_date: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Started at this date or earlier."),
    environments: z
      .array(z.string())
      .optional()
      .describe("Impacted environments, or is_empty. From list_environments."),
    excluded_infrastructure_ids: z
      .array(z.string())
      .optional()
      .describe(
        "Leaves out incidents that hit any of these. From list_services, list_environments or list_functionalities.",
      ),
    functionalities: z
      .array(z.string())
      .optional()
      .describe("Impacted functionalities, or is_empty. From list_functionalities."),
    incident_type_id: z
      .array(z.string())
      .optional()
      .describe("Incident types, or is_empty. From list_incident_types."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    name: z.string().optional().describe("Text to find in the name only."),
    priorities: z.array(z.string()).optional().describe("From list_priorities (slug)."),
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
    retrospective_templates: z.array(z.string()).optional().describe("From list_retrospective_templates."),
    saved_search_id: z.string().optional().describe("Saved search to apply. From list_saved_searches."),
    services: z.array(z.string()).optional().describe("Impacted services, or is_empty. From list_services."),
    severities: z.array(z.string()).optional().describe("From list_severities (slug)."),
    severity_not_set: z.boolean().optional().describe("Include incidents without a severity."),
    start_date: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Started at this date or later."),
    status: z
      .enum(["active", "inactive"])
      .optional()
      .describe("Open or over; stages go in current_milestones."),
    tag_match_strategy: z
      .enum(["any", "match_all", "exclude"])
      .optional()
      .describe("How several tags combine."),
    tags: z.array(z.string()).optional().describe("Tags. From list_incident_tags (name)."),
    teams: z.array(z.string()).optional().describe("From list_teams."),
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
    "report_id",
  ],
  formerArguments: {
    custom_fields_field_id: { now: "custom_field_ids" },
    custom_fields_value: { now: "custom_field_values" },
  },
});
