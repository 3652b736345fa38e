// Generated from GET /v1/functionalities/{functionality_id}/services by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listFunctionalityServices = defineTool<paths>()({
  name: "list_functionality_services",
  title: "List a functionality's services",
  description:
    "Lists the services behind one functionality, with owner, tier and active incidents: what to look at when customers can't do something. For all services, use list_services. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/functionalities/{functionality_id}/services" },
  input: z.strictObject({ functionality_id: z.string().describe("From list_functionalities.") }),
  view: [
    "services.id",
    "services.name",
    "services.slug",
    "services.service_tier",
    "services.active_incidents",
    "services.owner.name",
    "services.teams.name",
  ],
});
