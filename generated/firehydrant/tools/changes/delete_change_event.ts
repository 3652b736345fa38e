// Generated from DELETE /v1/changes/events/{change_event_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteChangeEvent = defineTool<paths>()({
  name: "delete_change_event",
  title: "Delete a change event",
  description:
    "Deletes a change event from the account; no tool brings it back. To only take it off one incident, set its type to dismissed with update_incident_change_event.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/changes/events/{change_event_id}" },
  input: z.strictObject({ change_event_id: z.string().describe("From list_change_events.") }),
});
