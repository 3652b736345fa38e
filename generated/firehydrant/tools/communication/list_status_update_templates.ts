// Generated from GET /v1/status_update_templates by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/communication.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listStatusUpdateTemplates = defineTool<paths>()({
  name: "list_status_update_templates",
  title: "List status update templates",
  description:
    "Lists the organization's ready-made texts for incident status updates, with name and body. Use it to find wording before posting an update with create_incident_note.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/status_update_templates",
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
});
