// Generated from GET /v1/signals/call_routes by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/call_routes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listCallRoutes = defineTool<paths>()({
  name: "list_call_routes",
  title: "List call routes",
  description:
    "Lists the call routes of the whole organization: phone numbers people ring to reach the person on call, and where each sends the call. list_team_call_routes narrows it to one team.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/call_routes",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
  view: ["id", "name", "description", "phone_number", "routing_mode", "connect_mode", "target", "steps"],
});
