// Generated from POST /v1/integrations/connections/{slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIntegrationConnection = defineTool<paths>()({
  name: "create_integration_connection",
  title: "Create an integration connection",
  description:
    "Creates a connection to the outside tool with this integration slug. The API documents no settings to send with it; list_integrations gives the setup_url where an integration is set up in the web app. Returns the connection.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/integrations/connections/{slug}",
    pathParameters: { slug: { argument: "integration_slug" } },
  },
  input: z.strictObject({ integration_slug: z.string().describe("From list_integrations (slug).") }),
  view: [
    "id",
    "integration_id",
    "integration_slug",
    "display_name",
    "details",
    "authorized_by",
    "default_authorized_actor.name",
    "configuration_url",
    "created_at",
  ],
  formerArguments: { slug: { now: "integration_slug" } },
});
