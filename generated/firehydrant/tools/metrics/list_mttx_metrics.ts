// Generated from GET /v1/metrics/mttx by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listMttxMetrics = defineTool<paths>()({
  name: "list_mttx_metrics",
  title: "Compare MTTx and healthiness",
  description:
    'Answers "which services, teams or severities are least healthy, and is it getting better": incident count, MTTD, MTTA, MTTM, MTTR (mean time to detect, acknowledge, mitigate, resolve) and healthiness per group, each with its change against the period before; times in seconds. For a plain trend use get_mean_time_report; for alerts rather than incidents, use get_signals_mttx_analytics.',
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/metrics/mttx",
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
      custom_field_id: {},
      "custom_fields[field_id]": { argument: "custom_field_ids", explode: false },
      "custom_fields[value]": { argument: "custom_field_values", explode: false },
      end_date: {},
      environments: { commas: true },
      excluded_infrastructure_ids: { commas: true },
      functionalities: { commas: true },
      "group_by[]": { argument: "group_by" },
      incident_openers: { commas: true },
      incident_type_id: { commas: true },
      labels: { commas: true },
      measurements: { commas: true },
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
      sort_by: {},
      start_date: {},
      status: {},
      tag_match_strategy: {},
      tags: { commas: true },
      teams: { commas: true },
      ticket_status: { commas: true },
      updated_after: {},
      updated_before: {},
    },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    end_date: z.iso.date().describe("Started by this day."),
    start_date: z.iso.date().describe("Started from this day."),
    archived: z.boolean().optional().describe("Selects archived incidents."),
    assigned_teams: z.array(z.string()).optional().describe("Assigned teams, or is_empty. From list_teams."),
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
      .describe("Created then or later."),
    created_at_or_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Created then or earlier."),
    current_milestones: z
      .array(z.string())
      .optional()
      .describe("Milestones they are at now. From list_lifecycle_phases (milestones[].slug)."),
    cursor: z.string().optional().describe("From next_cursor."),
    custom_field_id: z
      .string()
      .optional()
      .describe("For group_by custom_fields. From list_custom_field_definitions (field_id)."),
    custom_field_ids: z
      .array(z.string())
      .optional()
      .describe("Custom fields to filter on. From list_custom_field_definitions (field_id)."),
    custom_field_values: z.array(z.string()).optional().describe("Their values; empty means not set."),
    environments: z
      .array(z.string())
      .optional()
      .describe("Impacted environments, or is_empty. From list_environments."),
    excluded_infrastructure_ids: z
      .array(z.string())
      .optional()
      .describe(
        "Leaves out incidents that hit these. From list_services, list_environments or list_functionalities.",
      ),
    functionalities: z
      .array(z.string())
      .optional()
      .describe("Impacted functionalities, or is_empty. From list_functionalities."),
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
      .describe("What to group by."),
    incident_openers: z.array(z.string()).optional().describe("Who opened them. From list_users."),
    incident_type_id: z
      .array(z.string())
      .optional()
      .describe("Incident types, or is_empty. From list_incident_types."),
    labels: z.array(z.string()).optional().describe("Labels, each key=value."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    measurements: z
      .array(z.string())
      .optional()
      .describe("Lifecycle measurements to include. From list_lifecycle_measurement_definitions (slug)."),
    name: z.string().optional().describe("Text in the name."),
    priorities: z.array(z.string()).optional().describe("From list_priorities (slug)."),
    priority_not_set: z.boolean().optional().describe("Include those without one."),
    query: z.string().optional().describe("Text to find."),
    resolved_at_or_after: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Resolved then or later, reopened ones too."),
    resolved_at_or_before: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Resolved then or earlier, reopened ones too."),
    retrospective_templates: z.array(z.string()).optional().describe("From list_retrospective_templates."),
    saved_search_id: z.string().optional().describe("Saved search to apply. From list_saved_searches."),
    services: z.array(z.string()).optional().describe("Impacted services, or is_empty. From list_services."),
    severities: z.array(z.string()).optional().describe("From list_severities (slug)."),
    severity_not_set: z.boolean().optional().describe("Include those without one."),
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
    ticket_status: z
      .array(z.enum(["open", "in_progress", "cancelled", "done"]))
      .optional()
      .describe("States of follow-up tickets."),
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
  formerArguments: {
    custom_fields_field_id: { now: "custom_field_ids" },
    custom_fields_value: { now: "custom_field_values" },
  },
});
