// Generated from GET /v1/integrations/connections by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIntegrationConnections = defineTool<paths>()({
  name: "list_integration_connections",
  title: "List integration connections",
  description:
    "Lists the connections already set up to outside tools, with their ids, display names and who authorized them. Use list_integrations for what could be installed, list_integration_statuses for connection health. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/integrations/connections", query: { integration_slug: {} } },
  input: z.strictObject({
    integration_slug: z
      .string()
      .optional()
      .describe("Only connections of these integrations. From list_integrations (slug)."),
  }),
  view: [
    "id",
    "integration_id",
    "integration_slug",
    "display_name",
    "details",
    "authorized_by",
    "default_authorized_actor.name",
    "configuration_url",
    "updated_at",
  ],
});
