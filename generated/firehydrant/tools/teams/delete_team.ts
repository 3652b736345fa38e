// Generated from DELETE /v1/teams/{team_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/teams.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTeam = defineTool<paths>()({
  name: "delete_team",
  title: "Archive a team",
  description:
    "Archives a team, so that lists and metrics no longer show it. No tool here brings it back. To change only its members, use update_team.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/teams/{team_id}" },
  input: z.strictObject({ team_id: z.string().describe("From list_teams.") }),
});
