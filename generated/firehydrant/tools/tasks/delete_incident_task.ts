// Generated from DELETE /v1/incidents/{incident_id}/tasks/{task_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentTask = defineTool<paths>()({
  name: "delete_incident_task",
  title: "Delete an incident task",
  description:
    "Deletes a task of an incident; no tool restores it. To keep a record of work that was dropped, update_incident_task with state cancelled. Answers without a body.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/incidents/{incident_id}/tasks/{task_id}" },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    task_id: z.string().describe("From list_incident_tasks."),
  }),
});
