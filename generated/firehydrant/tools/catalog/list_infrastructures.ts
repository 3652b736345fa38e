// Generated from GET /v1/infrastructures by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listInfrastructures = defineTool<paths>()({
  name: "list_infrastructures",
  title: "Search all components",
  description:
    "Searches services, environments and functionalities together, for when the kind of component is unknown. Fuller entries come from list_services, list_environments and list_functionalities.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/infrastructures",
    query: { omit_for: {}, query: {}, type: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    omit_for: z
      .string()
      .optional()
      .describe(
        "Incident whose components are left out, as incident/ followed by its id. From list_incidents, as incident/<id>.",
      ),
    query: z.string().optional().describe("Text to find in component names."),
    type: z
      .enum(["service", "environment", "functionality"])
      .optional()
      .describe("Kind of component to restrict the search to."),
  }),
});
