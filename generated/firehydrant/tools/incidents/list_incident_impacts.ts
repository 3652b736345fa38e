// Generated from GET /v1/incidents/{incident_id}/impact/{type} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentImpacts = defineTool<paths>()({
  name: "list_incident_impacts",
  title: "List incident impacts",
  description:
    "Lists an incident's impacted components of one kind, by id and name. All kinds at once, with their conditions, are in the impacts of get_incident. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/impact/{type}" },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    type: z
      .enum(["environments", "functionalities", "services", "customers"])
      .describe("Kind of impact to list."),
  }),
});
