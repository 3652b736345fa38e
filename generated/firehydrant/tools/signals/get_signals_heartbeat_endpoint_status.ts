// Generated from GET /v1/signals/heartbeat_endpoints/statuses by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSignalsHeartbeatEndpointStatus = defineTool<paths>()({
  name: "get_signals_heartbeat_endpoint_status",
  title: "Check heartbeat status",
  description:
    "Shows the current state of the named heartbeat endpoints, for instance to find a job that no longer sends them. Settings are read with get_signals_heartbeat_endpoint_configuration. Answers without a documented body.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/heartbeat_endpoints/statuses",
    query: { "ids[]": { argument: "heartbeat_endpoint_ids" } },
  },
  input: z.strictObject({
    heartbeat_endpoint_ids: z
      .array(z.string())
      .describe(
        "Endpoints to check; several are possible. From list_signals_heartbeat_endpoint_configurations.",
      ),
  }),
  formerArguments: { ids: { now: "heartbeat_endpoint_ids" } },
});
