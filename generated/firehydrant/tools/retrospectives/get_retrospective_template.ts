// Generated from GET /v1/retrospective_templates/{retrospective_template_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getRetrospectiveTemplate = defineTool<paths>()({
  name: "get_retrospective_template",
  title: "Get a retrospective template",
  description:
    "Gets one retrospective template with its fields and sections, as new retrospectives take them. list_incident_retrospectives shows what was written for an incident instead.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/retrospective_templates/{retrospective_template_id}" },
  input: z.strictObject({
    retrospective_template_id: z.string().describe("From list_retrospective_templates."),
  }),
});
