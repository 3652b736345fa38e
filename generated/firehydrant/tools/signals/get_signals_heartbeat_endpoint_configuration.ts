// Generated from GET /v1/signals/heartbeat_endpoints/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSignalsHeartbeatEndpointConfiguration = defineTool<paths>()({
  name: "get_signals_heartbeat_endpoint_configuration",
  title: "Get a heartbeat endpoint",
  description:
    "Reads the settings of one heartbeat endpoint by id. Its address is in get_signals_heartbeat_endpoint_url, its present state in get_signals_heartbeat_endpoint_status. Answers without a documented body.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/heartbeat_endpoints/{id}",
    pathParameters: { id: { argument: "heartbeat_endpoint_id" } },
  },
  input: z.strictObject({
    heartbeat_endpoint_id: z.string().describe("From list_signals_heartbeat_endpoint_configurations."),
  }),
  formerArguments: { id: { now: "heartbeat_endpoint_id" } },
});
