// Generated from GET /v1/alerts by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/alerts.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listAlerts = defineTool<paths>()({
  name: "list_alerts",
  title: "List alerts",
  description:
    "Lists all alerts FireHydrant has taken in, from Signals and from third-party tools, whether or not they belong to an incident. Filter by status, start time or text; people, team, rule, component and tag filters only match Signals alerts. Alerts attached to one incident are in list_incident_alerts.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/alerts",
    query: {
      end_date: {},
      end_datetime: {},
      environments: {},
      functionalities: {},
      query: {},
      services: {},
      signal_rules: {},
      start_date: {},
      start_datetime: {},
      statuses: {},
      tag_match_strategy: {},
      tags: {},
      teams: {},
      users: {},
    },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("next_cursor of the previous answer."),
    end_date: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only alerts that started on this day or earlier."),
    end_datetime: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only alerts that started at this exact time or earlier."),
    environments: z
      .string()
      .optional()
      .describe("Comma-separated environment ids; Signals alerts only. From list_environments (id)."),
    functionalities: z
      .string()
      .optional()
      .describe("Comma-separated functionality ids; Signals alerts only. From list_functionalities (id)."),
    limit: z.int().min(1).optional().describe("Items to return."),
    query: z.string().optional().describe("Text to search for."),
    services: z
      .string()
      .optional()
      .describe("Comma-separated service ids; Signals alerts only. From list_services (id)."),
    signal_rules: z
      .string()
      .optional()
      .describe("Comma-separated rule ids; Signals alerts only. From list_team_signal_rules (id)."),
    start_date: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only alerts that started on this day or later."),
    start_datetime: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only alerts that started at this exact time or later."),
    statuses: z
      .string()
      .optional()
      .describe("Comma-separated; of opened, acknowledged, resolved, ignored, expired, linked, snoozed."),
    tag_match_strategy: z
      .enum(["any", "match_all", "exclude"])
      .optional()
      .describe("How several tags combine; exclude keeps alerts with none of them."),
    tags: z.string().optional().describe("Comma-separated tags; Signals alerts only."),
    teams: z
      .string()
      .optional()
      .describe("Comma-separated team ids; Signals alerts only. From list_teams (id)."),
    users: z
      .string()
      .optional()
      .describe("Comma-separated user ids; Signals alerts only. From list_users (id)."),
  }),
  view: [
    "id",
    "summary",
    "status",
    "priority",
    "starts_at",
    "ends_at",
    "integration_name",
    "team_name",
    "services.name",
    "environments.name",
    "incidents",
    "remote_url",
  ],
});
