// Generated from POST /v1/signals/heartbeat_endpoints by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createSignalsHeartbeatEndpointConfiguration = defineTool<paths>()({
  name: "create_signals_heartbeat_endpoint_configuration",
  title: "Create a heartbeat endpoint",
  description:
    "Creates a heartbeat endpoint which, when enabled, alerts people once an expected heartbeat does not arrive in the interval. get_signals_heartbeat_endpoint_url then gives the address to send to. Answers without a documented body.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/signals/heartbeat_endpoints",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    enabled: z.boolean().describe("Whether the endpoint is active."),
    expect_interval: z.string().describe("Longest time between heartbeats, from 5m to 24h."),
    kind: z.enum(["http", "email"]).describe("Whether heartbeats arrive over HTTP or email."),
    slug: z.string().describe("Unique path segment of the endpoint's URL."),
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
      .describe("Signal raised when heartbeats go missing."),
    allowed_email_senders: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Email addresses accepted as heartbeat senders."),
    allowed_http_methods: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("HTTP methods accepted as a heartbeat."),
    allowed_user_agent_substring: z
      .string()
      .nullable()
      .optional()
      .describe("Text the User-Agent header has to contain."),
    description: z.string().nullable().optional().describe("What sends the heartbeats."),
  }),
});
