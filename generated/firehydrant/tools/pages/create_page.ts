// Generated from POST /v1/page/signals by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createPage = defineTool<paths>()({
  name: "create_page",
  title: "Page someone on call",
  description:
    "Pages people at once, at any hour: raises a Signals alert and notifies a user, a team, an on-call schedule or an escalation policy. No tool takes a page back, and calling again pages again. Use it to bring a responder in now; create_incident declares an incident, create_incident_note writes a note without paging, and create_incident_alert attaches an alert to an incident. Who is on call now: list_organization_on_call_schedules. Delivery continues after the answer, which is the new alert with its id and status. Accepted, not finished. get_alert with the answer's id as alert_id shows whether someone took it, every 10 s for up to 5 minutes: usually done when status is acknowledged or resolved, failed when it is expired. wait_seconds waits for that.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/page/signals", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    summary: z.string().describe("What is wrong, in one line, as the paged person will read it."),
    target_id: z
      .string()
      .describe(
        "Id of whom to page; its kind needs to match target_type. From list_users, list_organization_on_call_schedules or list_team_escalation_policies or list_teams (id, default_signals_escalation_policy.id), by target_type.",
      ),
    target_type: z
      .enum(["EscalationPolicy", "OnCallSchedule", "Team", "User"])
      .describe(
        "Kind of thing to page. Team pages by its default escalation policy; a team without one notifies nobody, though the answer still says opened (default_signals_escalation_policy in list_teams shows it). EscalationPolicy names the policy itself and is the surer choice.",
      ),
    body: z
      .string()
      .nullable()
      .optional()
      .describe("Details for the paged person, such as impact and what is needed."),
  }),
  poll: {
    tool: "get_alert",
    arguments: { alert_id: "answer.id" },
    everySeconds: 10,
    atMostSeconds: 300,
    done: 'contains(`["acknowledged", "resolved"]`, now.status)',
    failed: "now.status == 'expired'",
  },
  view: [
    "id",
    "summary",
    "status",
    "notification_priority",
    "signal_target.id",
    "signal_target.name",
    "signal_target.type",
    "team_name",
    "starts_at",
    "incidents",
  ],
});
