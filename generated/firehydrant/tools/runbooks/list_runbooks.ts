// Generated from GET /v1/runbooks by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listRunbooks = defineTool<paths>()({
  name: "list_runbooks",
  title: "List runbooks",
  description:
    "Lists the runbooks that can be attached to incidents, with owner, attachment rule and last run. Use it to find a runbook's id by its name; get_runbook adds the steps, list_runbook_executions shows runs.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/runbooks",
    query: { name: { argument: "query" }, order_by: {}, order_direction: {}, owners: {}, sort: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    order_by: z
      .enum(["updated_at", "name", "created_at", "last_executed_at", "owner"])
      .optional()
      .describe("Field to sort by."),
    order_direction: z
      .enum(["asc", "desc"])
      .optional()
      .describe("Direction for order_by. Ignored without order_by."),
    owners: z.string().optional().describe("Owning teams to search by."),
    query: z.string().optional().describe("Text to find in runbook names."),
    sort: z
      .enum(["asc", "desc"])
      .optional()
      .describe("Deprecated; use order_by and order_direction instead."),
  }),
  view: [
    "id",
    "name",
    "description",
    "type",
    "categories",
    "owner.name",
    "last_executed_at",
    "last_executed_for_incident",
    "updated_at",
  ],
  formerArguments: { name: { now: "query" } },
  ignoredArguments: { order_direction: { without: "order_by" } },
});
