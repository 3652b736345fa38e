// Generated from DELETE /v1/signals/call_routes/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/call_routes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteCallRoute = defineTool<paths>()({
  name: "delete_call_route",
  title: "Delete a call route",
  description:
    "Deletes a call route, so people ringing its phone number are no longer routed to anyone on call. No tool restores it; update_call_route can send its calls elsewhere instead.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/signals/call_routes/{id}",
    pathParameters: { id: { argument: "call_route_id" } },
  },
  input: z.strictObject({ call_route_id: z.string().describe("From list_call_routes.") }),
  formerArguments: { id: { now: "call_route_id" } },
});
