// Generated from GET /v1/runbook_audits by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/runbooks.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listRunbookAudits = defineTool<paths>()({
  name: "list_runbook_audits",
  title: "List runbook audits (deprecated)",
  description:
    "Deprecated by FireHydrant. Lists the change history of runbooks or of their steps. The account's general audit log is in list_audit_events.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/runbook_audits",
    query: { auditable_type: {}, sort: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    auditable_type: z
      .enum(["Runbooks::Step", "Runbooks::Runbook"])
      .optional()
      .describe("Whether to list changes of steps or of runbooks."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    sort: z.enum(["asc", "desc"]).optional().describe("Order by time of the change."),
  }),
});
