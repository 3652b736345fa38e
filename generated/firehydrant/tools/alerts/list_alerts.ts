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
      environments: { commas: true },
      functionalities: { commas: true },
      query: {},
      services: { commas: true },
      signal_rules: { commas: true },
      start_date: {},
      start_datetime: {},
      statuses: { commas: true },
      tag_match_strategy: {},
      tags: { commas: true },
      teams: { commas: true },
      users: { commas: true },
    },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    end_date: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only alerts that started on this day or earlier."),
    end_datetime: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only alerts that started at this exact time or earlier."),
    environments: z
      .array(z.string())
      .optional()
      .describe("Environment ids; Signals alerts only. From list_environments."),
    functionalities: z
      .array(z.string())
      .optional()
      .describe("Functionality ids; Signals alerts only. From list_functionalities."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to search for."),
    services: z
      .array(z.string())
      .optional()
      .describe("Service ids; Signals alerts only. From list_services."),
    signal_rules: z
      .array(z.string())
      .optional()
      .describe("Rule ids; Signals alerts only. From list_team_signal_rules."),
    start_date: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only alerts that started on this day or later."),
    start_datetime: z.iso
      .datetime({ offset: true, local: true })
      .optional()
      .describe("Only alerts that started at this exact time or later."),
    statuses: z
      .array(z.enum(["opened", "acknowledged", "resolved", "ignored", "expired", "linked", "snoozed"]))
      .optional()
      .describe("Only alerts in these states."),
    tag_match_strategy: z
      .enum(["any", "match_all", "exclude"])
      .optional()
      .describe("How several tags combine; exclude keeps alerts with none of them."),
    tags: z.array(z.string()).optional().describe("Tags; Signals alerts only."),
    teams: z.array(z.string()).optional().describe("Team ids; Signals alerts only. From list_teams."),
    users: z.array(z.string()).optional().describe("User ids; Signals alerts only. From list_users."),
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
