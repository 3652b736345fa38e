// Generated from GET /v1/incidents/{incident_id}/relationships by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncidentRelationships = defineTool<paths>()({
  name: "get_incident_relationships",
  title: "Get incident relationships",
  description:
    "Shows the parent, children and siblings of an incident, each with id, name and number. Similar incidents without a link come from list_similar_incidents.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/relationships" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
});
