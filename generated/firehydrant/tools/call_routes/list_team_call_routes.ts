// Generated from GET /v1/teams/{team_id}/call_routes by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/call_routes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTeamCallRoutes = defineTool<paths>()({
  name: "list_team_call_routes",
  title: "List call routes of a team",
  description:
    "Lists the call routes that belong to one team: phone numbers, modes, targets and steps. For the routes of every team there is list_call_routes. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/teams/{team_id}/call_routes" },
  input: z.strictObject({ team_id: z.string().describe("From list_teams.") }),
  view: ["id", "name", "description", "phone_number", "routing_mode", "connect_mode", "target", "steps"],
});
