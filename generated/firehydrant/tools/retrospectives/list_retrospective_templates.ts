// Generated from GET /v1/retrospective_templates by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/retrospectives.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listRetrospectiveTemplates = defineTool<paths>()({
  name: "list_retrospective_templates",
  title: "List retrospective templates",
  description:
    "Lists the templates from which create_incident_retrospective opens a retrospective, with their report elements; is_default marks the standard one. Retrospectives themselves are in list_retrospectives.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/retrospective_templates",
    query: { for_incident: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    for_incident: z
      .string()
      .optional()
      .describe("Incident that the templates have to fit. From list_incidents."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
