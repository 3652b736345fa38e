// Generated from DELETE /v1/priorities/{priority_slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deletePriority = defineTool<paths>()({
  name: "delete_priority",
  title: "Delete a priority",
  description:
    "Deletes a priority for the whole organization; no tool brings it back. What incidents that have it show afterwards is not documented.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/priorities/{priority_slug}" },
  input: z.strictObject({ priority_slug: z.string().describe("From list_priorities (slug).") }),
});
