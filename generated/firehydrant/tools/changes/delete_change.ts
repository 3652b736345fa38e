// Generated from DELETE /v1/changes/{change_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteChange = defineTool<paths>()({
  name: "delete_change",
  title: "Archive a change entry",
  description:
    "Archives a change entry; there is no tool to restore it. For a single deploy or other event recorded under it, use delete_change_event.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/changes/{change_id}" },
  input: z.strictObject({ change_id: z.string().describe("From list_changes.") }),
});
