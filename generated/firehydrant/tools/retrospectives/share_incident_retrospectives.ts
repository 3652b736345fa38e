// Generated from POST /v1/incidents/{incident_id}/retrospectives/share by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const shareIncidentRetrospectives = defineTool<paths>()({
  name: "share_incident_retrospectives",
  title: "Share retrospectives with people",
  description:
    "Shares retrospectives of an incident with users or teams, who may be notified. For the older post-mortem reports, publish_post_mortem_report does this by e-mail. Returns the ids of the retrospectives and users.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/retrospectives/share",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    retrospective_ids: z
      .array(z.string())
      .describe("Retrospectives of this incident to share. From list_incident_retrospectives."),
    team_ids: z.array(z.string()).nullable().optional().describe("Teams that receive them. From list_teams."),
    user_ids: z.array(z.string()).nullable().optional().describe("People who receive them. From list_users."),
  }),
});
