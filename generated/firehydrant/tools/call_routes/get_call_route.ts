// Generated from GET /v1/signals/call_routes/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/call_routes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getCallRoute = defineTool<paths>()({
  name: "get_call_route",
  title: "Get a call route",
  description:
    "Reads one call route by id: its phone number, greeting, routing and connect mode, target and steps. list_call_routes finds the id.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/call_routes/{id}",
    pathParameters: { id: { argument: "call_route_id" } },
  },
  input: z.strictObject({ call_route_id: z.string().describe("From list_call_routes.") }),
  view: [
    "id",
    "name",
    "description",
    "phone_number",
    "routing_mode",
    "connect_mode",
    "target",
    "steps",
    "greeting_message",
  ],
  formerArguments: { id: { now: "call_route_id" } },
});
