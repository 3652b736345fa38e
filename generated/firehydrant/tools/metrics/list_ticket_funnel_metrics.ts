// Generated from GET /v1/metrics/ticket_funnel by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTicketFunnelMetrics = defineTool<paths>()({
  name: "list_ticket_funnel_metrics",
  title: "Chart follow-up completion",
  description:
    'Answers "are tasks and follow-ups from incidents getting done": created and completed tasks and follow-ups per time bucket. For incident milestones instead, list_milestone_funnel_metrics.',
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/metrics/ticket_funnel",
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
      "group_by[]": { argument: "group_by" },
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
  },
  input: z.strictObject({
    archived: z.boolean().optional().describe("Selects archived incidents."),
    assigned_teams: z
      .string()
      .optional()
      .describe("Comma-separated ids of assigned teams, or is_empty for none. From list_teams (id)."),
    attached_runbooks: z
      .string()
      .optional()
      .describe("Comma-separated runbook ids. From list_runbooks (id)."),
    closed_at_or_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Closed at or after this time."),
    closed_at_or_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Closed at or before this time."),
    conditions: z.string().optional().describe("Advanced filter, a JSON string holding logic and user_data."),
    created_at_or_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Created at or after this time."),
    created_at_or_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Created at or before this time."),
    current_milestones: z
      .string()
      .optional()
      .describe(
        "Comma-separated milestones the incidents are at now. From list_lifecycle_phases (milestones[].slug).",
      ),
    custom_fields_field_id: z
      .array(z.string())
      .optional()
      .describe(
        "Custom fields to filter on, paired with custom_fields_value. From list_custom_field_definitions (field_id).",
      ),
    custom_fields_value: z
      .array(z.string())
      .optional()
      .describe("Values for those custom fields; empty means not set."),
    end_date: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Incidents started on or before this."),
    environments: z
      .string()
      .optional()
      .describe(
        "Comma-separated environment ids, or is_empty for incidents without any. From list_environments (id).",
      ),
    excluded_infrastructure_ids: z
      .string()
      .optional()
      .describe(
        "Comma-separated component ids; leaves out incidents that hit them. From list_services, list_environments or list_functionalities (id).",
      ),
    functionalities: z
      .string()
      .optional()
      .describe(
        "Comma-separated functionality ids, or is_empty for incidents without any. From list_functionalities (id).",
      ),
    group_by: z
      .array(z.enum(["started_day", "started_week", "started_month", "all_time"]))
      .optional()
      .describe("Length of one time bucket."),
    incident_type_id: z
      .string()
      .optional()
      .describe("Comma-separated incident type ids, or is_empty for none. From list_incident_types (id)."),
    name: z.string().optional().describe("Text to find in incident names."),
    priorities: z.string().optional().describe("Priority to filter by. From list_priorities (slug)."),
    priority_not_set: z.boolean().optional().describe("Includes incidents without a priority."),
    query: z.string().optional().describe("Text to find in incident names, summaries and descriptions."),
    resolved_at_or_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Resolved at or after; reopened ones count unless current_milestones excludes them."),
    resolved_at_or_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Resolved at or before; reopened ones count unless current_milestones excludes them."),
    retrospective_templates: z
      .string()
      .optional()
      .describe("Comma-separated retrospective template ids. From list_retrospective_templates (id)."),
    saved_search_id: z
      .string()
      .optional()
      .describe("Saved search whose filters apply. From list_saved_searches (id)."),
    services: z
      .string()
      .optional()
      .describe(
        "Comma-separated service ids, or is_empty for incidents without any. From list_services (id).",
      ),
    severities: z
      .string()
      .optional()
      .describe("Comma-separated severities, one or several. From list_severities (slug)."),
    severity_not_set: z.boolean().optional().describe("Includes incidents without a severity."),
    start_date: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Incidents started on or after this."),
    status: z.string().optional().describe("active, inactive, or a milestone such as resolved."),
    tag_match_strategy: z
      .enum(["any", "match_all", "exclude"])
      .optional()
      .describe("How several tags combine."),
    tags: z.string().optional().describe("Comma-separated tags. From list_incident_tags (name)."),
    teams: z.string().optional().describe("Comma-separated team ids. From list_teams (id)."),
    updated_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Updated after this time."),
    updated_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Updated before this time."),
  }),
});
