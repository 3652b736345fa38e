// Generated from GET /v1/incidents/{incident_id}/tasks/{task_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/tasks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncidentTask = defineTool<paths>()({
  name: "get_incident_task",
  title: "Get an incident task",
  description:
    "Returns a single task of an incident, though without a documented schema. For all its tasks, use list_incident_tasks; for a ticket or follow-up, use get_ticket.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/tasks/{task_id}" },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    task_id: z.string().describe("From list_incident_tasks."),
  }),
});
