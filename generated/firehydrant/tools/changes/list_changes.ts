// Generated from GET /v1/changes by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listChanges = defineTool<paths>()({
  name: "list_changes",
  title: "List changes",
  description:
    "Lists change entries: the lasting record of a change, which change events are linked to. To see what was deployed or altered when, and where, use list_change_events.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/changes",
    query: { query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    query: z.string().optional().describe("Text to find in the summary."),
  }),
});
