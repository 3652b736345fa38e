// Generated from GET /v1/signals/heartbeat_endpoints by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSignalsHeartbeatEndpointConfigurations = defineTool<paths>()({
  name: "list_signals_heartbeat_endpoint_configurations",
  title: "List heartbeat endpoints",
  description:
    "Lists the organization's heartbeat endpoints: addresses that a job calls regularly, so that a missed call raises an alert. Current state: get_signals_heartbeat_endpoint_status; addresses: get_signals_heartbeat_endpoint_url. Answers without a documented body. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/signals/heartbeat_endpoints" },
  input: z.strictObject({}),
});
