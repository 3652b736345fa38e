// Generated from GET /v1/environments/{environment_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getEnvironment = defineTool<paths>()({
  name: "get_environment",
  title: "Get an environment",
  description:
    "Reads one environment by id or slug, with its active incidents, services, functionalities and linked external resources. list_environments finds it by name.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/environments/{environment_id}" },
  input: z.strictObject({ environment_id: z.string().describe("From list_environments.") }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "active_incidents",
    "services.name",
    "functionalities.name",
    "updated_at",
  ],
});
