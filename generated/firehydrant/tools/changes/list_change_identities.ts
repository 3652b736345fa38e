// Generated from GET /v1/changes/{change_id}/identities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listChangeIdentities = defineTool<paths>()({
  name: "list_change_identities",
  title: "List change identities",
  description:
    "Lists the identities of a change entry: pairs of type and value by which new change events are matched to it.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/changes/{change_id}/identities",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    change_id: z.string().describe("From list_changes."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
