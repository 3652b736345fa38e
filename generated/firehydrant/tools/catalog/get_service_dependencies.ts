// Generated from GET /v1/services/{service_id}/dependencies by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getServiceDependencies = defineTool<paths>()({
  name: "get_service_dependencies",
  title: "Get a service's dependencies",
  description:
    "Answers the dependencies of one service, with notes. child_service_dependencies: what it depends on (it is their service_id). parent_service_dependencies: what depends on it (it is their connected_service_id) and is likely hit when it fails. Links that could still be made are in list_service_available_downstream_dependencies.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/services/{service_id}/dependencies", query: { flatten: {} } },
  input: z.strictObject({
    service_id: z.string().describe("From list_services."),
    flatten: z
      .boolean()
      .optional()
      .describe("One list of all dependencies instead of separate parents and children."),
  }),
  view: [
    "child_service_dependencies.id",
    "child_service_dependencies.notes",
    "child_service_dependencies.service.id",
    "child_service_dependencies.service.name",
    "child_service_dependencies.service.active_incidents",
    "parent_service_dependencies.id",
    "parent_service_dependencies.notes",
    "parent_service_dependencies.service.id",
    "parent_service_dependencies.service.name",
    "parent_service_dependencies.service.active_incidents",
    "service_dependencies",
  ],
});
