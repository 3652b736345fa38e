// Generated from PATCH /v1/signals/heartbeat_endpoints/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSignalsHeartbeatEndpointConfiguration = defineTool<paths>()({
  name: "update_signals_heartbeat_endpoint_configuration",
  title: "Change a heartbeat endpoint",
  description:
    "Changes when missing heartbeats alert people: interval, accepted senders, the signal raised, or whether the endpoint is on at all. This tool cannot change the slug. Answers without a documented body.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/signals/heartbeat_endpoints/{id}",
    pathParameters: { id: { argument: "heartbeat_endpoint_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    heartbeat_endpoint_id: z.string().describe("From list_signals_heartbeat_endpoint_configurations."),
    allowed_email_senders: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Addresses accepted as heartbeat senders; may replace the whole list."),
    allowed_http_methods: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("HTTP methods accepted as a heartbeat; may replace the whole list."),
    allowed_user_agent_substring: z
      .string()
      .nullable()
      .optional()
      .describe("Text the User-Agent header has to contain."),
    description: z.string().nullable().optional().describe("What sends the heartbeats."),
    enabled: z
      .boolean()
      .nullable()
      .optional()
      .describe("Whether the endpoint is active; when off, missed heartbeats go unnoticed."),
    expect_interval: z
      .string()
      .nullable()
      .optional()
      .describe("Longest time between heartbeats, from 5m to 24h."),
    kind: z
      .enum(["http", "email"])
      .nullable()
      .optional()
      .describe("Whether heartbeats arrive over HTTP or email."),
    template_signal: z
      .strictObject({
        annotations: z.record(z.string(), z.any()).nullable().optional(),
        body: z.string().nullable().optional(),
        links: z
          .array(
            z.strictObject({
              href: z.string().nullable().optional(),
              text: z.string().nullable().optional(),
            }),
          )
          .nullable()
          .optional(),
        tags: z.array(z.string()).nullable().optional().describe("Tags of that signal, for rules to match."),
      })
      .nullable()
      .optional()
      .describe("Signal raised when heartbeats go missing; may replace the whole signal."),
  }),
  formerArguments: { id: { now: "heartbeat_endpoint_id" } },
});
