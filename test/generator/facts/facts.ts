/** The source of a fact: FireHydrant's Terraform provider, its public documentation, or agents at work. */
type Source = "provider" | "documentation" | "contract" | "agents";

interface Fact {
  readonly tool: string;
  /** The argument whose description has the fact; by default the tool's description. */
  readonly argument?: string;
  readonly says: readonly RegExp[];
  readonly never?: RegExp;
  readonly source: Source;
}

const bothOf = (tools: readonly string[], fact: Omit<Fact, "tool">): Fact[] =>
  tools.map((tool) => ({ tool, ...fact }));

export const facts: readonly Fact[] = [
  ...bothOf(["create_runbook", "update_runbook"], {
    argument: "steps",
    says: [/start together/, /previous-step condition/],
    never: /order of execution/,
    source: "documentation",
  }),
  ...bothOf(["create_runbook", "update_runbook"], {
    says: [/at any point of/, /open ones included/],
    never: /future incidents/,
    source: "documentation",
  }),
  {
    tool: "update_runbook",
    argument: "steps",
    says: [/replaces the whole list/, /get_runbook/],
    source: "agents",
  },
  ...bothOf(["create_runbook", "update_runbook"], {
    argument: "attachment_rule",
    says: [
      /empty rule, or none, may attach/,
      /by hand only: logic \{"manually":\[\{"var":"when_invoked"\}\]\}/,
    ],
    source: "provider",
  }),
  ...bothOf(["create_runbook", "update_runbook"], {
    argument: "attachment_rule.logic",
    says: [/such as \{"eq":/],
    source: "provider",
  }),
  ...bothOf(["create_runbook", "update_runbook"], {
    argument: "attachment_rule.user_data",
    says: [/such as \{"1":\{"type":"Milestone"/],
    source: "provider",
  }),
  {
    tool: "create_incident",
    argument: "runbook_ids",
    says: [/attaching one runs it/, /list_runbook_executions shows the run/],
    source: "documentation",
  },
  {
    tool: "create_page",
    argument: "target_type",
    says: [
      /Team pages by its default escalation policy/,
      /without one notifies nobody/,
      /EscalationPolicy.*surer/,
    ],
    source: "documentation",
  },
  {
    tool: "create_team_on_call_schedule",
    argument: "rotations[].start_time",
    says: [/first shift/, /every strategy/, /No answer shows it/],
    never: /custom strategy/,
    source: "provider",
  },
  {
    tool: "create_team_on_call_schedule",
    argument: "start_time",
    says: [/first shift/, /every strategy/, /no answer shows it/],
    source: "provider",
  },
  {
    tool: "update_team_on_call_schedule",
    argument: "members",
    says: [/replaces the whole list/, /Left out or \[\], it clears/, /send those who stay/],
    source: "provider",
  },
  {
    tool: "update_team",
    argument: "memberships",
    says: [/replaces the whole list/],
    never: /probably/,
    source: "provider",
  },
  {
    tool: "update_team",
    argument: "memberships[].incident_role_id",
    says: [/left out, the role is lost/],
    source: "provider",
  },
  {
    tool: "update_on_call_schedule_rotation",
    argument: "effective_at",
    says: [/away from a hand-off/i, /past ones too/, /on call now/, /next hand-off/],
    source: "provider",
  },
  {
    tool: "preview_on_call_schedule_rotation",
    argument: "strategy",
    says: [/Left out, the preview shows weekly shifts/],
    source: "agents",
  },
  {
    tool: "create_service_dependency",
    says: [/service_id depends on connected_service_id/],
    source: "provider",
  },
  {
    tool: "get_service_dependencies",
    says: [
      /child_service_dependencies: what it depends on/,
      /parent_service_dependencies: what depends on it/,
    ],
    never: /usually/,
    source: "provider",
  },
  {
    tool: "create_incident",
    says: [/an organization can require more/],
    never: /Only a name is needed/,
    source: "documentation",
  },
  {
    tool: "create_incident",
    argument: "severity",
    says: [/severity matrix gives/, /else UNSET/, /GAMEDAY does not count in metrics/],
    source: "documentation",
  },
  ...bothOf(["create_priority", "update_priority", "create_severity", "update_severity"], {
    argument: "slug",
    says: [/letters and digits only, at most 23/],
    source: "provider",
  }),
  ...bothOf(["create_priority", "update_priority"], {
    argument: "default",
    says: [/Only one can be/, /removes it from the former/],
    source: "provider",
  }),
  {
    tool: "create_webhook",
    says: [/only for the events in its subscriptions/, /No tool sets those/],
    source: "documentation",
  },
  ...bothOf(["create_signals_email_target", "update_signals_email_target"], {
    argument: "allowed_senders",
    says: [/whole domains/],
    source: "provider",
  }),
  {
    tool: "create_signals_email_target",
    argument: "rule_matching_strategy",
    says: [/Default: all/],
    source: "provider",
  },
  ...bothOf(["create_team_escalation_policy", "update_team_escalation_policy"], {
    argument: "steps[].timeout",
    says: [/last step needs it too/, /before a repetition, the handoff or the end/],
    source: "provider",
  }),
  ...bothOf(["create_team_escalation_policy", "update_team_escalation_policy"], {
    argument: "repetitions",
    says: [/2 makes three runs/],
    source: "documentation",
  }),
  ...bothOf(["create_team_escalation_policy", "update_team_escalation_policy"], {
    says: [/nobody on call is skipped at once/],
    source: "documentation",
  }),
  ...bothOf(["create_post_mortem_report", "create_incident_retrospective"], {
    says: [/Which kind the organization uses shows in its incidents: get_incident has a report_id/],
    never: /older|newer/,
    source: "agents",
  }),
  ...bothOf(["create_post_mortem_report", "list_post_mortem_reports"], {
    says: [/named after i/],
    source: "agents",
  }),
  { tool: "list_retrospectives", says: [/have no incident id/], never: /newer/, source: "contract" },
  ...bothOf(["create_team_signal_rule", "update_team_signal_rule"], {
    argument: "expression",
    says: [/signal\.summary/, /signal\.level/, /signal\.tags/, /such as signal\./],
    source: "documentation",
  }),
  { tool: "create_incident_task", says: [/during the response/, /type follow_up/], source: "documentation" },
  { tool: "create_ticket", says: [/follow_up is work after/], source: "documentation" },
  ...bothOf(
    [
      "create_signals_email_target",
      "update_signals_email_target",
      "create_team_escalation_policy",
      "update_team_escalation_policy",
    ],
    { says: [/quick\s+succession can answer 500; after some seconds/], source: "provider" },
  ),
  { tool: "list_incident_metrics", says: [/in seconds/, /ISO 8601/], source: "contract" },
  { tool: "create_incident_note", says: [/list_incident_events shows its visibility/], source: "contract" },
  {
    tool: "list_incident_metrics",
    argument: "sort_limit",
    says: [/How many groups to keep/, /Ignored without by, or with by total/],
    source: "contract",
  },
  ...["sort_field", "sort_direction"].map((argument): Fact => {
    return { tool: "list_incident_metrics", argument, says: [/Ignored without by/], source: "contract" };
  }),
  {
    tool: "list_runbooks",
    argument: "order_direction",
    says: [/Ignored without order_by/],
    source: "documentation",
  },
  ...bothOf(["update_team_on_call_schedule", "update_on_call_schedule_rotation"], {
    argument: "effective_at",
    says: [/Turns begin again there with the first member/],
    source: "agents",
  }),
  { tool: "list_services", says: [/with lite, one answer holds many more/], source: "agents" },
  { tool: "list_runbook_executions", says: [/no filter by incident/, /executed_for\.id/], source: "agents" },
  { tool: "list_incidents", argument: "status", says: [/stages go in current_milestones/], source: "agents" },
];
