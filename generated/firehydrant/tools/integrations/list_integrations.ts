// Generated from GET /v1/integrations by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIntegrations = defineTool<paths>()({
  name: "list_integrations",
  title: "List integrations",
  description:
    "Lists every integration FireHydrant offers, set up or not, with its slug, whether it is installed and enabled, and its connections. list_integration_connections lists only the connections. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/integrations" },
  input: z.strictObject({}),
  view: [
    "id",
    "slug",
    "name",
    "description",
    "enabled",
    "installed",
    "deprecated",
    "setup_url",
    "connections.id",
    "connections.display_name",
  ],
});
