// Generated from GET /v1/signals/heartbeat_endpoints/addresses by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSignalsHeartbeatEndpointUrl = defineTool<paths>()({
  name: "get_signals_heartbeat_endpoint_url",
  title: "Get heartbeat addresses",
  description:
    "Gives the addresses to which the named heartbeat endpoints expect their heartbeats. get_signals_heartbeat_endpoint_status shows whether heartbeats arrive. Answers without a documented body.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/heartbeat_endpoints/addresses",
    query: { "ids[]": { argument: "heartbeat_endpoint_ids" } },
  },
  input: z.strictObject({
    heartbeat_endpoint_ids: z
      .array(z.string())
      .describe(
        "Endpoints to give addresses for; several are possible. From list_signals_heartbeat_endpoint_configurations.",
      ),
  }),
  formerArguments: { ids: { now: "heartbeat_endpoint_ids" } },
});
