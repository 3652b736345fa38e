// Generated from GET /v1/services/{service_id}/available_upstream_dependencies by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listServiceAvailableUpstreamDependencies = defineTool<paths>()({
  name: "list_service_available_upstream_dependencies",
  title: "List possible upstream dependencies",
  description:
    "Lists the services that could still depend on one service, its upstream side; candidates, not existing links. Those are in get_service_dependencies. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/services/{service_id}/available_upstream_dependencies" },
  input: z.strictObject({ service_id: z.string().describe("From list_services.") }),
  view: ["id", "name", "slug", "description", "service_tier", "labels"],
});
