// Generated from GET /v1/runbooks/select_options/{integration_slug}/{action_slug}/{field} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getRunbookActionFieldOptions = defineTool<paths>()({
  name: "get_runbook_action_field_options",
  title: "List options of an action field",
  description:
    "Lists the values that one field of a runbook action accepts, such as the channels of a chat integration. The fields of an action are in list_runbook_actions.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/runbooks/select_options/{integration_slug}/{action_slug}/{field}",
    query: { per_page: {}, query: {}, scope: {} },
  },
  input: z.strictObject({
    action_slug: z.string().describe("From list_runbook_actions (slug)."),
    field: z.string().describe("Name of the action's field."),
    integration_slug: z.string().describe("From list_integrations (slug)."),
    per_page: z.int().optional().describe("How many options to return."),
    query: z.string().optional().describe("Text to filter the values by."),
    scope: z.string().optional().describe("Extra context that narrows the options, such as an id."),
  }),
});
