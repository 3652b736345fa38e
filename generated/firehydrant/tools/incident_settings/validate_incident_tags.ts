// Generated from POST /v1/incident_tags/validate by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const validateIncidentTags = defineTool<paths>()({
  name: "validate_incident_tags",
  title: "Check tag format",
  description:
    "Checks whether a list of tags is well formed, before they go on an incident. It saves nothing and tags no incident; create_incident and update_incident take tags.",
  access: "custom",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incident_tags/validate",
    body: { type: "application/json", as: "json", whole: "items" },
  },
  input: z.strictObject({ items: z.array(z.string()).describe("Tags to check.") }),
});
