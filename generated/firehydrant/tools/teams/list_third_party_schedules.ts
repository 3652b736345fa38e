// Generated from GET /v1/schedules by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/teams.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listThirdPartySchedules = defineTool<paths>()({
  name: "list_third_party_schedules",
  title: "List third-party schedules",
  description:
    "Lists on-call schedules imported from outside tools such as PagerDuty, each with its id, name and integration. Used for team memberships. FireHydrant's own Signals schedules are in list_team_on_call_schedules and list_organization_on_call_schedules.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/schedules",
    query: { query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to find in schedule names."),
  }),
});
