// Generated from DELETE /v1/service_dependencies/{service_dependency_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteServiceDependency = defineTool<paths>()({
  name: "delete_service_dependency",
  title: "Delete a service dependency",
  description:
    "Deletes the dependency link between two services; both services stay. create_service_dependency can link them again, but the note is lost.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/service_dependencies/{service_dependency_id}" },
  input: z.strictObject({
    service_dependency_id: z
      .string()
      .describe(
        "From get_service_dependencies (child_service_dependencies[].id, parent_service_dependencies[].id).",
      ),
  }),
});
