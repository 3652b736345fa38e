// Generated from GET /v1/incidents/{incident_id}/channel by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getIncidentChannel = defineTool<paths>()({
  name: "get_incident_channel",
  title: "Get incident chat channel",
  description:
    "Fetches the chat channel in which an incident is being handled: its name, where it lives, its status and the link that opens it.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incidents/{incident_id}/channel" },
  input: z.strictObject({ incident_id: z.string().describe("From list_incidents.") }),
});
