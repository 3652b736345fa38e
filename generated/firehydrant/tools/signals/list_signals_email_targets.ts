// Generated from GET /v1/signals/email_targets by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSignalsEmailTargets = defineTool<paths>()({
  name: "list_signals_email_targets",
  title: "List Signals email targets",
  description:
    "Lists Signals email targets: addresses that turn incoming emails into signals and notify a user, team, schedule, policy or channel. Each item carries its address, rules and target. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/signals/email_targets", query: { query: {} } },
  input: z.strictObject({ query: z.string().optional().describe("Text to search for.") }),
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
  ],
});
