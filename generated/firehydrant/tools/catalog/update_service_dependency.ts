// Generated from PATCH /v1/service_dependencies/{service_dependency_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateServiceDependency = defineTool<paths>()({
  name: "update_service_dependency",
  title: "Update a dependency's note",
  description:
    "Changes the note of a dependency link between two services, nothing else; to link another service, use create_service_dependency. Returns the dependency.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/service_dependencies/{service_dependency_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    service_dependency_id: z
      .string()
      .describe(
        "From get_service_dependencies (child_service_dependencies[].id, parent_service_dependencies[].id).",
      ),
    notes: z.string().nullable().optional().describe("Note on how the two services relate."),
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
