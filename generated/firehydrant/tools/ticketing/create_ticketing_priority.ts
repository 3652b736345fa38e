// Generated from POST /v1/ticketing/priorities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createTicketingPriority = defineTool<paths>()({
  name: "create_ticketing_priority",
  title: "Create a ticket priority",
  description:
    "Adds a ticket priority; at a position that is taken, it moves that priority and the later ones down. For an incident priority, use create_priority. Returns id, name and position.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/ticketing/priorities",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    position: z
      .int()
      .nullable()
      .optional()
      .describe("Place in the order, 0 being the highest; left out, it goes last."),
  }),
});
