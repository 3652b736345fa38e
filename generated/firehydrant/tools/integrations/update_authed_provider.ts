// Generated from PATCH /v1/integrations/authed_providers/{integration_slug}/{connection_id}/{authed_provider_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateAuthedProvider = defineTool<paths>()({
  name: "update_authed_provider",
  title: "Set default provider account",
  description:
    "Changes one authorized provider account of a connection; the only setting is whether it is the integration's default for the whole FireHydrant account. Returns the authorization with its user and expiry.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/integrations/authed_providers/{integration_slug}/{connection_id}/{authed_provider_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    authed_provider_id: z.string().describe("From list_authed_providers."),
    connection_id: z.string().describe("From list_integration_connections."),
    integration_slug: z.string().describe("From list_integrations (slug)."),
    integration_default: z
      .boolean()
      .nullable()
      .optional()
      .describe("True makes it the default for the FireHydrant account."),
  }),
});
