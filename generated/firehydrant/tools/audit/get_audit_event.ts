// Generated from GET /v1/audit_events/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audit.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getAuditEvent = defineTool<paths>()({
  name: "get_audit_event",
  title: "Get an audit event",
  description:
    "Returns one entry of the organization's audit trail. Use list_audit_events to search by actor, resource or time. Answers without a documented body.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/audit_events/{id}",
    pathParameters: { id: { argument: "audit_event_id" } },
  },
  input: z.strictObject({ audit_event_id: z.string().describe("From list_audit_events.") }),
  formerArguments: { id: { now: "audit_event_id" } },
});
