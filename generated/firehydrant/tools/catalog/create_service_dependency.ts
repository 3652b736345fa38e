// Generated from POST /v1/service_dependencies by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createServiceDependency = defineTool<paths>()({
  name: "create_service_dependency",
  title: "Create a service dependency",
  description:
    "Links two services in the catalog: service_id depends on connected_service_id. get_service_dependencies shows the links there are; list_service_available_downstream_dependencies which services it can still depend on. Returns the dependency.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/service_dependencies",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    connected_service_id: z
      .string()
      .describe("Service that is depended on, the downstream side. From list_services."),
    service_id: z
      .string()
      .describe("Service that depends on the other, the upstream side. From list_services."),
    notes: z.string().nullable().optional().describe("Note on how the two relate."),
  }),
  view: [
    "id",
    "notes",
    "service.id",
    "service.name",
    "connected_service.id",
    "connected_service.name",
    "created_at",
  ],
});
