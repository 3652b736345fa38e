// Generated from GET /v1/integrations/statuses/{slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/integrations.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIntegrationStatusesBySlug = defineTool<paths>()({
  name: "list_integration_statuses_by_slug",
  title: "List one integration's statuses",
  description:
    "Shows the connection health of one integration: status, message, error type and time of the check. For a single connection of it, use get_integration_connection_status. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/integrations/statuses/{slug}",
    pathParameters: { slug: { argument: "integration_slug" } },
  },
  input: z.strictObject({ integration_slug: z.string().describe("From list_integrations (slug).") }),
  formerArguments: { slug: { now: "integration_slug" } },
});
