// Generated from GET /v1/integrations/authed_providers/{integration_slug}/{connection_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listAuthedProviders = defineTool<paths>()({
  name: "list_authed_providers",
  title: "List authorized provider accounts",
  description:
    "Lists the people's accounts authorized with an outside provider through one integration connection: the user, the e-mail, whether the authorization has expired and which account is the default. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/authed_providers/{integration_slug}/{connection_id}",
    query: { query: {} },
  },
  input: z.strictObject({
    connection_id: z.string().describe("From list_integration_connections."),
    integration_slug: z.string().describe("From list_integrations (slug)."),
    query: z.string().optional().describe("User name to search for."),
  }),
});
