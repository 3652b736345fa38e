// Generated from GET /v1/priorities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listPriorities = defineTool<paths>()({
  name: "list_priorities",
  title: "List priorities",
  description:
    "Lists the priorities an incident can have, with slug, order and which is the default. The severity, in list_severities, says how bad an incident is; ticket priorities are in list_ticketing_priorities.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/priorities",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
