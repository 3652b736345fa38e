// Generated from GET /v1/ticketing/priorities/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getTicketingPriority = defineTool<paths>()({
  name: "get_ticketing_priority",
  title: "Get a ticket priority",
  description:
    "Returns one ticket priority by id, with its name, position and times. For an incident priority, use get_priority with its slug.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/ticketing/priorities/{id}",
    pathParameters: { id: { argument: "priority_id" } },
  },
  input: z.strictObject({ priority_id: z.string().describe("From list_ticketing_priorities.") }),
  formerArguments: { id: { now: "priority_id" } },
});
