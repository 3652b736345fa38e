// Generated from GET /v1/runbooks/actions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listRunbookActions = defineTool<paths>()({
  name: "list_runbook_actions",
  title: "List runbook actions",
  description:
    "Lists the actions a runbook step can take through the connected integrations, such as posting to chat or opening a ticket, with their configuration elements. Source of action ids for create_runbook and update_runbook.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/runbooks/actions",
    query: { lite: {}, type: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    lite: z.boolean().optional().describe("Shortens the integration inside each action."),
    type: z
      .enum(["incident", "general", "infrastructure", "incident_role"])
      .optional()
      .describe("Runbook type the actions need to support."),
  }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "category",
    "automatable",
    "repeatable",
    "prerequisites",
    "supported_runbook_types",
    "integration.name",
    "integration.slug",
  ],
});
