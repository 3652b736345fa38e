// Generated from POST /v1/services/service_links by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createServiceLinks = defineTool<paths>()({
  name: "create_service_links",
  title: "Create services from external ones",
  description:
    "Creates one service per given PagerDuty, Opsgenie or VictorOps service and links it to that one. For a service without such a link, use create_service. Returns each service with a status code.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/services/service_links",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    connection_id: z.string().describe("Connection of the integration. From list_integration_connections."),
    external_service_ids: z.string().describe("Ids of the services in the integration."),
    integration: z
      .enum(["pager_duty", "opsgenie", "victorops"])
      .describe("Integration the services come from."),
  }),
  view: ["status_code", "service.id", "service.name", "service.slug"],
});
