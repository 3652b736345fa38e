// Generated from GET /v1/incident_tags by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listIncidentTags = defineTool<paths>()({
  name: "list_incident_tags",
  title: "List incident tags",
  description:
    "Lists the names of the tags used on incidents across the organization, for filtering list_incidents or tagging consistently. Tags of tickets are in list_ticket_tags. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/incident_tags", query: { prefix: {} } },
  input: z.strictObject({ prefix: z.string().optional().describe("Letters the tag's name starts with.") }),
});
