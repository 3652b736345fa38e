/**
 * The collection that a field of a body, path or query points at: `name → collection`. Source: the API's own naming.
 */
const byName: Readonly<Record<string, string>> = {
  alert_id: "alerts",
  assignee_id: "users",
  audience_id: "audiences",
  change_event_id: "changes/events",
  change_id: "changes",
  connected_service_id: "services",
  condition_id: "severity_matrix/conditions",
  environment_id: "environments",
  functionality_id: "functionalities",
  incident_id: "incidents",
  incident_role_id: "incident_roles",
  incident_type_id: "incident_types",
  on_call_rotation_id: "teams/on_call_schedules/rotations",
  on_call_schedule_id: "teams/on_call_schedules",
  escalation_policy_id: "teams/escalation_policies",
  phase_id: "lifecycles/phases",
  required_at_milestone_id: "lifecycles/milestones",
  retrospective_template_id: "retrospective_templates",
  rotation_id: "teams/on_call_schedules/rotations",
  runbook_id: "runbooks",
  service_id: "services",
  severity_condition_id: "severity_matrix/conditions",
  severity_impact_id: "severity_matrix/impacts",
  signals_on_call_schedule_id: "teams/on_call_schedules",
  target_schedule_id: "teams/on_call_schedules",
  task_list_id: "task_lists",
  team_id: "teams",
  ticketing_project_id: "ticketing/projects",
  user_id: "users",
  conversation_id: "conversations",
  catalog_id: "catalogs",
  alert_ids: "alerts",
  member_ids: "users",
  runbook_ids: "runbooks",
  team_ids: "teams",
  user_ids: "users",
  owner: "teams",
  services: "services",
  connected_services: "services",
  environments: "environments",
  functionalities: "functionalities",
  teams: "teams",
  checklists: "checklist_templates",
  members: "users",
  severity: "severities",
  priority: "priorities",
};

/** The collection of a field's ids, if it holds ids. */
export function collectionFor(name: string): string | undefined {
  return byName[name];
}

/** The field that shows the target of an id field: `incident_type_id` shows as `incident_type`. */
export function shownAs(name: string): string {
  if (name === "member_ids") return "members";
  return name.replace(/_ids$/, "s").replace(/_id$/, "");
}

/** Kinds of Signals targets: `type → collection`. Slack and Teams channels are not collections of the API. */
export const targetCollections: Readonly<Record<string, string>> = {
  EscalationPolicy: "teams/escalation_policies",
  OnCallSchedule: "teams/on_call_schedules",
  Team: "teams",
  EntireTeam: "teams",
  User: "users",
  Webhook: "signals/webhook_targets",
};

/** The name of each kind of infrastructure in paths, bodies and the store. */
export const infrastructures = ["services", "environments", "functionalities"] as const;
