// Generated from GET /v1/audiences by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listAudiences = defineTool<paths>()({
  name: "list_audiences",
  title: "List audiences",
  description:
    "Lists the audiences, the kinds of reader for whom incident summaries are written, each with the questions its summaries answer.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/audiences",
    query: { include_archived: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    include_archived: z.boolean().optional().describe("Whether archived audiences are listed too."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
