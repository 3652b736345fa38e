// Generated from DELETE /v1/signals/heartbeat_endpoints/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteSignalsHeartbeatEndpointConfiguration = defineTool<paths>()({
  name: "delete_signals_heartbeat_endpoint_configuration",
  title: "Delete a heartbeat endpoint",
  description:
    "Deletes a heartbeat endpoint, so missing heartbeats no longer alert anyone. No tool restores it; update_signals_heartbeat_endpoint_configuration can switch it off instead.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/signals/heartbeat_endpoints/{id}",
    pathParameters: { id: { argument: "heartbeat_endpoint_id" } },
  },
  input: z.strictObject({
    heartbeat_endpoint_id: z.string().describe("From list_signals_heartbeat_endpoint_configurations."),
  }),
  formerArguments: { id: { now: "heartbeat_endpoint_id" } },
});
