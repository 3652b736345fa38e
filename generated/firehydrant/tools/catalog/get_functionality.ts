// Generated from GET /v1/functionalities/{functionality_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getFunctionality = defineTool<paths>()({
  name: "get_functionality",
  title: "Get a functionality",
  description:
    "Reads one functionality by id or slug: owner, responding teams, services, environments, links, external resources and active incidents. list_functionalities finds it by name.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/functionalities/{functionality_id}" },
  input: z.strictObject({ functionality_id: z.string().describe("From list_functionalities.") }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "service_tier",
    "active_incidents",
    "owner.id",
    "owner.name",
    "teams.name",
    "services.name",
    "environments.name",
    "links",
    "labels",
  ],
});
