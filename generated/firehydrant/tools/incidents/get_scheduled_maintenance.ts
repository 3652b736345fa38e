// Generated from GET /v1/scheduled_maintenances/{scheduled_maintenance_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getScheduledMaintenance = defineTool<paths>()({
  name: "get_scheduled_maintenance",
  title: "Get a scheduled maintenance",
  description:
    "Fetches one scheduled maintenance with its time window, impacts, status pages and the incident behind it. All of them come from list_scheduled_maintenances.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/scheduled_maintenances/{scheduled_maintenance_id}" },
  input: z.strictObject({
    scheduled_maintenance_id: z.string().describe("From list_scheduled_maintenances."),
  }),
  view: [
    "id",
    "name",
    "summary",
    "description",
    "starts_at",
    "ends_at",
    "impacts",
    "status_pages",
    "labels",
    "incident.id",
  ],
});
