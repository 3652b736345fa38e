// Generated from DELETE /v1/incidents/{incident_id}/impact/{type}/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteIncidentImpact = defineTool<paths>()({
  name: "delete_incident_impact",
  title: "Remove one impact",
  description:
    "Takes one component off an incident's impacts, so that attached status pages may show it as fine again; the other impacts stay. create_incident_impact adds it back.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/incidents/{incident_id}/impact/{type}/{id}",
    pathParameters: { id: { argument: "incident_impact_id" } },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    incident_impact_id: z.string().describe("The impact to take off. From list_incident_impacts."),
    type: z
      .enum(["environments", "functionalities", "services", "customers"])
      .describe("Kind of impact to remove."),
  }),
  formerArguments: { id: { now: "incident_impact_id" } },
});
