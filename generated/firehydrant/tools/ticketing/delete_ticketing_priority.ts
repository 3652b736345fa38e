// Generated from DELETE /v1/ticketing/priorities/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteTicketingPriority = defineTool<paths>()({
  name: "delete_ticketing_priority",
  title: "Delete a ticket priority",
  description:
    "Deletes a ticket priority for the organization; no tool restores it. For an incident priority, use delete_priority. Answers without a body.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/ticketing/priorities/{id}",
    pathParameters: { id: { argument: "priority_id" } },
  },
  input: z.strictObject({ priority_id: z.string().describe("From list_ticketing_priorities.") }),
  formerArguments: { id: { now: "priority_id" } },
});
