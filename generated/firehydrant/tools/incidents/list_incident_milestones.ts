// Generated from GET /v1/incidents/{incident_id}/milestones by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentMilestones = defineTool<paths>()({
  name: "list_incident_milestones",
  title: "List incident milestones",
  description:
    "Lists the milestones an incident has passed, each with its time and duration. The milestones an organization has configured come from list_lifecycle_phases. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/milestones" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
});
