// Generated from GET /v1/integrations/{integration_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIntegration = defineTool<paths>()({
  name: "get_integration",
  title: "Get an integration",
  description:
    "Returns one integration with its slug, whether it is installed, enabled or deprecated, where it is set up, and its connections with who authorized them.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/integrations/{integration_id}" },
  input: z.strictObject({
    integration_id: z.string().describe("The integration's id, not its slug. From list_integrations."),
  }),
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
    "connections.authorized_by",
  ],
});
