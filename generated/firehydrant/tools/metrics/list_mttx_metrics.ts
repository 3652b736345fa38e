// Generated from GET /v1/metrics/mttx by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listMttxMetrics = defineTool<paths>()({
  name: "list_mttx_metrics",
  title: "Compare MTTx and healthiness",
  description:
    'Answers "which services, teams or severities are least healthy, and is it getting better": incident count, MTTD, MTTA, MTTM, MTTR (mean time to detect, acknowledge, mitigate, resolve) and healthiness per group, each with its absolute and percentage change against the period before; times in seconds. Needs a start and end date. For a plain trend use get_mean_time_report; for alerts rather than incidents, get_signals_mttx_analytics.',
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/metrics/mttx",
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
      custom_field_id: {},
      "custom_fields[field_id]": { argument: "custom_fields_field_id", explode: false },
      "custom_fields[value]": { argument: "custom_fields_value", explode: false },
      end_date: {},
      environments: {},
      excluded_infrastructure_ids: {},
      functionalities: {},
      "group_by[]": { argument: "group_by" },
      incident_openers: {},
      incident_type_id: {},
      labels: {},
      measurements: {},
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
      sort_by: {},
      start_date: {},
      status: {},
      tag_match_strategy: {},
      tags: {},
      teams: {},
      ticket_status: {},
      updated_after: {},
      updated_before: {},
    },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    end_date: z.iso.date().describe("Incidents started on or before this."),
    start_date: z.iso.date().describe("Incidents started on or after this."),
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
    cursor: z.string().optional().describe("next_cursor of the previous answer."),
    custom_field_id: z
      .string()
      .optional()
      .describe(
        "Custom field to report by, with group_by custom_fields. From list_custom_field_definitions (field_id).",
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
      .array(
        z.enum([
          "services",
          "environments",
          "functionalities",
          "teams",
          "severities",
          "users",
          "incident_types",
          "started_day",
          "started_week",
          "started_month",
          "custom_fields",
        ]),
      )
      .optional()
      .describe("What to compute the numbers for."),
    incident_openers: z
      .string()
      .optional()
      .describe("Comma-separated ids of users who opened the incidents. From list_users (id)."),
    incident_type_id: z
      .string()
      .optional()
      .describe("Comma-separated incident type ids, or is_empty for none. From list_incident_types (id)."),
    labels: z.string().optional().describe("Labels to filter by, as key=value pairs separated by commas."),
    limit: z.int().min(1).optional().describe("Items to return."),
    measurements: z
      .string()
      .optional()
      .describe(
        "Comma-separated lifecycle measurements to include. From list_lifecycle_measurement_definitions (slug).",
      ),
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
    sort_by: z
      .enum([
        "count_asc",
        "mttr_asc",
        "mtta_asc",
        "mttd_asc",
        "mttm_asc",
        "healthiness_asc",
        "count_desc",
        "mttr_desc",
        "mtta_desc",
        "mttd_desc",
        "mttm_desc",
        "healthiness_desc",
      ])
      .optional()
      .describe("Field to sort by."),
    status: z.string().optional().describe("active, inactive, or a milestone such as resolved."),
    tag_match_strategy: z
      .enum(["any", "match_all", "exclude"])
      .optional()
      .describe("How several tags combine."),
    tags: z.string().optional().describe("Comma-separated tags. From list_incident_tags (name)."),
    teams: z.string().optional().describe("Comma-separated team ids. From list_teams (id)."),
    ticket_status: z.string().optional().describe("Comma-separated ticket states."),
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
    "group_attributes",
    "count",
    "count_diff",
    "healthiness",
    "mttd",
    "mtta",
    "mttm",
    "mttr",
    "mttr_diff",
    "mttr_percent_diff",
  ],
});
