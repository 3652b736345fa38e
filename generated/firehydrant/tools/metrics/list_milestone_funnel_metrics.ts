// Generated from GET /v1/metrics/milestone_funnel by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/metrics.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listMilestoneFunnelMetrics = defineTool<paths>()({
  name: "list_milestone_funnel_metrics",
  title: "Chart the milestone funnel",
  description:
    'Answers "how far do incidents get through their lifecycle": per period, how many incidents reached each milestone. Returns the milestones as columns and their counts per time bucket. For durations between milestones use list_mttx_metrics.',
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/metrics/milestone_funnel",
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
      "group_by[]": { argument: "group_by" },
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
  },
  input: z.strictObject({
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
    custom_field_ids: z
      .array(z.string())
      .optional()
      .describe("Custom fields to filter on. From list_custom_field_definitions (field_id)."),
    custom_field_values: z.array(z.string()).optional().describe("Their values; empty means not set."),
    end_date: z.iso.datetime({ offset: true, local: true }).optional().describe("Started by this day."),
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
      .array(z.enum(["started_day", "started_week", "started_month", "all_time"]))
      .optional()
      .describe("Length of one time bucket."),
    incident_type_id: z
      .array(z.string())
      .optional()
      .describe("Incident types, or is_empty. From list_incident_types."),
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
    start_date: z.iso.datetime({ offset: true, local: true }).optional().describe("Started from this day."),
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
  formerArguments: {
    custom_fields_field_id: { now: "custom_field_ids" },
    custom_fields_value: { now: "custom_field_values" },
  },
});
