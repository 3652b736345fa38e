// Generated from POST /v1/priorities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createPriority = defineTool<paths>()({
  name: "create_priority",
  title: "Add a priority",
  description:
    "Adds a priority that the organization's incidents can be given. To set one incident's priority, use update_incident; for tickets, use create_ticketing_priority. Returns the priority.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/priorities", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    slug: z
      .string()
      .describe("Short name that identifies it, such as P1; letters and digits only, at most 23."),
    default: z
      .boolean()
      .nullable()
      .optional()
      .describe("Whether it is the default. Only one can be, so true removes it from the former default."),
    description: z.string().nullable().optional().describe("When to choose this priority."),
  }),
});
