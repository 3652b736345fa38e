// Generated from GET /v1/signals/email_targets/{id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSignalsEmailTarget = defineTool<paths>()({
  name: "get_signals_email_target",
  title: "Get a Signals email target",
  description:
    "Reads one Signals email target by id: its address, allowed senders, matching rules, level and status expressions, and whom it notifies.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/signals/email_targets/{id}",
    pathParameters: { id: { argument: "email_target_id" } },
  },
  input: z.strictObject({ email_target_id: z.string().describe("From list_signals_email_targets.") }),
  view: [
    "id",
    "name",
    "email",
    "description",
    "target.name",
    "target.type",
    "target.id",
    "rule_matching_strategy",
    "rules",
    "allowed_senders",
    "team_id",
    "level_cel",
    "status_cel",
  ],
  formerArguments: { id: { now: "email_target_id" } },
});
