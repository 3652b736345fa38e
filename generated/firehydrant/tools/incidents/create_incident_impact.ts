// Generated from POST /v1/incidents/{incident_id}/impact/{type} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentImpact = defineTool<paths>()({
  name: "create_incident_impact",
  title: "Add one impact",
  description:
    "Adds one impacted component to an incident; components set to alert when added may notify their team, and attached status pages may show it. For several at once, or with a note or milestone, use update_incident_impact. Returns the new impact.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/impact/{type}",
    body: { type: "application/json", as: "json", fields: { id: { argument: "infrastructure_id" } } },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    infrastructure_id: z
      .string()
      .describe(
        "The component that is hit. From list_services, list_environments or list_functionalities, by type.",
      ),
    type: z
      .enum(["environments", "functionalities", "services", "customers"])
      .describe("Kind of impact to add."),
    condition_id: z
      .string()
      .nullable()
      .optional()
      .describe("How badly it is hit. From list_severity_matrix_conditions."),
  }),
  formerArguments: { id: { now: "infrastructure_id" } },
});
