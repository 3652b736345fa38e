// Generated from GET /v1/service_dependencies/{service_dependency_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getServiceDependency = defineTool<paths>()({
  name: "get_service_dependency",
  title: "Get a service dependency",
  description:
    "Reads one dependency link by its own id: both services and the note. For every dependency of a service, use get_service_dependencies.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/service_dependencies/{service_dependency_id}" },
  input: z.strictObject({
    service_dependency_id: z
      .string()
      .describe(
        "From get_service_dependencies (child_service_dependencies[].id, parent_service_dependencies[].id).",
      ),
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
