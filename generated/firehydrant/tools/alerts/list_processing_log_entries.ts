// Generated from GET /v1/processing_log_entries by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/alerts.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listProcessingLogEntries = defineTool<paths>()({
  name: "list_processing_log_entries",
  title: "List alert processing logs",
  description:
    "Lists log entries on how FireHydrant processed incoming alerts, with level, message and context, to find out why one from an integration did not arrive as expected. Filters by integration, connection and level.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/processing_log_entries",
    query: { connection_id: {}, exact_level: {}, integration_slug: {}, of_level: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    connection_id: z.string().optional().describe("From list_integration_connections."),
    cursor: z.string().optional().describe("From next_cursor."),
    exact_level: z
      .enum(["unknown", "debug", "info", "warn", "error", "fatal"])
      .optional()
      .describe("This level only."),
    integration_slug: z.string().optional().describe("From list_integrations (slug)."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    of_level: z
      .enum(["unknown", "debug", "info", "warn", "error", "fatal"])
      .optional()
      .describe("This level and all more serious ones."),
  }),
});
