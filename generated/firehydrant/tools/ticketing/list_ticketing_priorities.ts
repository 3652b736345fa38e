// Generated from GET /v1/ticketing/priorities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/ticketing.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listTicketingPriorities = defineTool<paths>()({
  name: "list_ticketing_priorities",
  title: "List ticket priorities",
  description:
    "Lists the priorities a ticket can take, each with id, name and position. Incident priorities are separate; see list_priorities for those. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ticketing/priorities" },
  input: z.strictObject({}),
});
