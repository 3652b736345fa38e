import type { ScenarioPrograms } from "./program.js";

/** The times in a prompt, as the program's text takes them. */
const timesIn = (prompt: string) => [...prompt.matchAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g)].map(([time]) => time);

/** Pages, on-call duty, roles and teams. */
export const peoplePrograms: ScenarioPrograms = {
  storm: {
    search: "page an on-call schedule",
    program: `for (let tries = 0; tries < 20; tries += 1)
  try {
    return (await api.create_page({ summary: "Replication stopped.", target_type: "OnCallSchedule", target_id: "Infrastructure on call" })).id;
  } catch (error) {
    if (error.kind !== "rate_limited") throw error;
  }
throw new Error("The call was refused twenty times.");`,
  },
  "who-looks-after-a-service": {
    search: "get a service with its owner; who is on call for a team",
    program: `const { owner } = await api.get_service({ service_id: "order-service" });
const { items } = await api.list_organization_on_call_schedules({ team_id: owner.id });
return items.map(({ current_shift }) => current_shift.user.name).join(", ");`,
  },
  "who-is-on-call-then": {
    search: "on-call schedules of the organization; shifts of a team's on-call schedule in a window",
    program: (prompt) => `const at = Date.parse("${timesIn(prompt)[0]!}");
const { items } = await api.list_organization_on_call_schedules({ team_id: "Identity" });
const { shifts } = await api.get_team_on_call_schedule({ team_id: "Identity", schedule_id: items[0].id,
  shift_time_window_start: new Date(at).toISOString(), shift_time_window_end: new Date(at + 60_000).toISOString() });
return shifts[0].user.name;`,
  },
  cover: {
    search: "on-call schedules of the organization; override shifts of a rotation",
    program: (
      prompt,
    ) => `const { items: [schedule] } = await api.list_organization_on_call_schedules({ team_id: "Payments" });
const [start_time, end_time] = ${JSON.stringify(timesIn(prompt))};
await api.override_on_call_schedule_rotation_shifts({ team_id: "Payments", schedule_id: schedule.id,
  rotation_id: schedule.rotations[0].id, start_time, end_time, user_id: "Tomás Rey" });`,
  },
  "rotation-joined": {
    search: "on-call schedules of the organization; get a rotation with its members; update a rotation",
    program: `const { items: [schedule] } = await api.list_organization_on_call_schedules({ team_id: "Payments" });
const place = { team_id: "Payments", schedule_id: schedule.id, rotation_id: schedule.rotations[0].id };
const { members } = await api.get_on_call_schedule_rotation(place);
await api.update_on_call_schedule_rotation({ ...place, effective_at: schedule.current_shift.end_time,
  members: [...members.map(({ id }) => ({ user_id: id })), { user_id: "Jonas Lind" }] });`,
  },
  "page-by-policy": {
    search: "list escalation policies of a team; page someone",
    program: `const { items } = await api.list_team_escalation_policies({ team_id: "Identity" });
await api.create_page({ summary: "Sign-ins fail", target_type: "EscalationPolicy", target_id: items[0].id });`,
  },
  "page-owners": {
    search: "get a service with its owner; page someone",
    program: `const { owner } = await api.get_service({ service_id: "tracking-service" });
await api.create_page({ summary: "tracking-service loses parcels", target_type: "OnCallSchedule", target_id: owner.name + " on call" });`,
  },
  "alert-is-noise": {
    search: "list alerts; mark an alert as noise",
    program: `const { items } = await api.list_alerts({ query: "Error rate of help-center above 12 %", statuses: "opened" });
await api.update_signals_alert({ id: items[0].id, noise: true });`,
  },
  "alert-attached": {
    search: "list alerts; attach alerts to an incident",
    program: `const { items } = await api.list_alerts({ query: "Error rate of help-center above 12 %", statuses: "opened" });
await api.create_incident_alert({ incident_id: "#302", items: [items[0].id] });`,
  },
  "escalation-slower": {
    search: "get an escalation policy of a team; update an escalation policy",
    program: `const place = { team_id: "Identity", id: "Identity escalation" };
const { steps } = await api.get_team_escalation_policy(place);
await api.update_team_escalation_policy({ ...place, steps: steps.map(({ targets, timeout, position }) => ({
  targets: targets.map(({ id, type }) => ({ id, type })), timeout: position === 0 ? "PT10M" : timeout })) });`,
  },
  "hand-over": {
    search: "assign an incident role to a user; write an internal note",
    program: `const incident_id = "#302";
await api.create_incident_role_assignment({ incident_id, incident_role_id: "Operations", user_id: "Wei Zhang" });
await api.create_incident_note({ incident_id, body: "Operations handed over from Oleg Petrov to Wei Zhang.", visibility: "private_to_org" });`,
  },
  "role-given-up": {
    search: "list role assignments of an incident; remove a role assignment",
    program: `const { items } = await api.list_incident_role_assignments({ incident_id: "#302" });
const held = items.find(({ incident_role }) => incident_role.name === "Commander");
await api.delete_incident_role_assignment({ incident_id: "#302", role_assignment_id: held.id });`,
  },
  "team-joined": {
    search: "get a team with its members; update a team's members",
    program: `const { memberships } = await api.get_team({ team_id: "Payments" });
const stay = memberships.map(({ user, default_incident_role: role }) => ({ user_id: user.id, ...(role ? { incident_role_id: role.id } : {}) }));
await api.update_team({ team_id: "Payments", memberships: [...stay, { user_id: "Aiko Mori" }] });`,
  },
};
