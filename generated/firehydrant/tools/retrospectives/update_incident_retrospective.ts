// Generated from PATCH /v1/incidents/{incident_id}/retrospectives/{retrospective_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateIncidentRetrospective = defineTool<paths>()({
  name: "update_incident_retrospective",
  title: "Hide or show a retrospective",
  description:
    "Hides a retrospective on its incident or shows it again; nothing else can be changed here. update_incident_retrospective_field changes the contents. Returns the retrospective.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/incidents/{incident_id}/retrospectives/{retrospective_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    retrospective_id: z.string().describe("From list_incident_retrospectives."),
    is_hidden: z.boolean().nullable().optional().describe("True hides it, false shows it again."),
  }),
});
