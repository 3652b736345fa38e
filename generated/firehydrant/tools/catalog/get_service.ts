// Generated from GET /v1/services/{service_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getService = defineTool<paths>()({
  name: "get_service",
  title: "Get a service",
  description:
    "Reads one service by id or slug: owner, tier, active incidents, environments, functionalities, external resources, checklists, last import. What it depends on is in get_service_dependencies.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/services/{service_id}" },
  input: z.strictObject({ service_id: z.string().describe("From list_services.") }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "service_tier",
    "active_incidents",
    "owner.id",
    "owner.name",
    "environments.name",
    "functionalities.name",
    "external_resources",
    "updated_at",
    "labels",
    "teams.name",
    "links.name",
    "links.href_url",
  ],
});
