// Generated from PATCH /v1/priorities/{priority_slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updatePriority = defineTool<paths>()({
  name: "update_priority",
  title: "Change a priority",
  description:
    "Changes an incident priority for the whole organization; a new slug becomes its identifier. To change one incident's priority, use update_incident. Returns the priority.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/priorities/{priority_slug}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    priority_slug: z.string().describe("From list_priorities (slug)."),
    default: z
      .boolean()
      .nullable()
      .optional()
      .describe("Whether it is the default. Only one can be, so true removes it from the former default."),
    description: z.string().nullable().optional().describe("When to choose this priority."),
    slug: z
      .string()
      .nullable()
      .optional()
      .describe("New name that identifies it, such as P1; letters and digits only, at most 23."),
  }),
});
