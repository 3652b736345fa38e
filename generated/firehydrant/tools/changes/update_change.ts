// Generated from PATCH /v1/changes/{change_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateChange = defineTool<paths>()({
  name: "update_change",
  title: "Update a change entry",
  description:
    "Changes the summary, description or labels of a change entry. Events linked to it are edited separately with update_change_event. Returns the entry.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/changes/{change_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    change_id: z.string().describe("From list_changes."),
    description: z.string().nullable().optional().describe("What the change is about."),
    labels: z
      .record(z.string(), z.string())
      .nullable()
      .optional()
      .describe("Labels as key and value strings; may replace the whole set."),
    summary: z.string().nullable().optional().describe("Short title of the change."),
  }),
});
