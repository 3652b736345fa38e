// Generated from PATCH /v1/ticketing/priorities/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateTicketingPriority = defineTool<paths>()({
  name: "update_ticketing_priority",
  title: "Update a ticket priority",
  description:
    "Renames or moves a ticket priority; at a position that is taken, it moves others down. For an incident priority, use update_priority. Returns the priority.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/ticketing/priorities/{id}",
    pathParameters: { id: { argument: "priority_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    priority_id: z.string().describe("From list_ticketing_priorities."),
    name: z.string().nullable().optional().describe("Name people will see."),
    position: z.int().nullable().optional().describe("Place in the order, 0 being the highest."),
  }),
  formerArguments: { id: { now: "priority_id" } },
});
