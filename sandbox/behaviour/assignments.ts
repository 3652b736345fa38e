import { notFound } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { namedBy, oneOf, type Handlers } from "../store/call.js";
import { paginate } from "../store/page.js";
import type { Item } from "../store/store.js";
import type { World } from "../world.js";
import { addEvent } from "./events.js";

export const assignmentHandlers: Handlers = {
  "GET /v1/incidents/{incident_id}/role_assignments": (call, world) => {
    const status = oneOf(call, "status") ?? "active";
    const all = world.store.children("incidents/role_assignments", namedBy(call, "incident_id").id);
    return paginate(
      call,
      all.filter(({ data }) => data.status === status),
    );
  },
  "POST /v1/incidents/{incident_id}/role_assignments": (call, world) => {
    const { incident_role_id, user_id } = call.body;
    return assignRole(namedBy(call, "incident_id"), String(incident_role_id), String(user_id), world);
  },
  "DELETE /v1/incidents/{incident_id}/role_assignments/{role_assignment_id}": (call, world) => {
    const assignment = namedBy(call, "role_assignment_id");
    if (assignment.data.status !== "active") throw notFound("active role assignment", assignment.id);
    endRole(namedBy(call, "incident_id"), assignment, world);
    return null;
  },
  "GET /v1/incidents/{incident_id}/users/{user_id}": (call, world) => {
    const all = world.store.children("incidents/role_assignments", namedBy(call, "incident_id").id);
    return all.find(({ data }) => data.user_id === call.params.user_id) ?? { user: namedBy(call, "user_id") };
  },
  "POST /v1/incidents/{incident_id}/team_assignments": (call, world) =>
    assignTeam(namedBy(call, "incident_id"), String(call.body.team_id), world),
  "DELETE /v1/incidents/{incident_id}/team_assignments/{team_assignment_id}": (call, world) => {
    const assignment = namedBy(call, "team_assignment_id");
    world.remove(assignment);
    const name = world.store.peek("teams", String(assignment.data.team_id))?.data.name;
    addEvent(
      namedBy(call, "incident_id"),
      { type: "team_assignment", data: { team: name, status: "removed" } },
      world,
    );
    return null;
  },
};

/** Gives a role to a user. A role has one holder, so the previous holder loses it. */
export function assignRole(incident: Item, roleId: string, userId: string, world: World): Item {
  const role = pointer("incident_roles", roleId, world);
  const user = pointer("users", userId, world);
  const held = world.store
    .children("incidents/role_assignments", incident.id)
    .filter(({ data }) => data.status === "active" && data.incident_role_id === roleId);
  for (const assignment of held) endRole(incident, assignment, world);
  const fields = { incident_role_id: roleId, incident_role: role, user_id: userId, user, status: "active" };
  const assignment = world.add("incidents/role_assignments", fields, { incident_id: incident.id });
  writeRole(incident, assignment, "assigned", world);
  return assignment;
}

/** Assigns a team. Assigning it again changes nothing. */
export function assignTeam(incident: Item, teamId: string, world: World): Item {
  const team = pointer("teams", teamId, world);
  const there = world.store
    .children("incidents/team_assignments", incident.id)
    .find(({ data }) => data.team_id === teamId);
  if (there) return there;
  const fields = { team_id: teamId, team, status: "active" };
  const assignment = world.add("incidents/team_assignments", fields, { incident_id: incident.id });
  const data = { team: world.resolve(team)?.data.name, team_id: teamId, status: "assigned" };
  addEvent(incident, { type: "team_assignment", data }, world);
  return assignment;
}

function endRole(incident: Item, assignment: Item, world: World): void {
  world.change(assignment, { status: "inactive" });
  writeRole(incident, assignment, "unassigned", world);
}

function writeRole(incident: Item, { data }: Item, action: string, world: World): void {
  const role = world.store.peek("incident_roles", String(data.incident_role_id))?.data.name;
  const user = world.store.peek("users", String(data.user_id))?.data.name;
  addEvent(incident, { type: "role_update", data: { action, role, user, user_id: data.user_id } }, world);
}

/** The current holders of an incident's roles, by name. */
export function holders(incident: Item, world: World): { readonly role: unknown; readonly user: unknown }[] {
  return world.store
    .children("incidents/role_assignments", incident.id)
    .filter(({ data }) => data.status === "active")
    .map(({ data }) => ({
      role: world.store.peek("incident_roles", String(data.incident_role_id))?.data.name,
      user: world.store.peek("users", String(data.user_id))?.data.name,
    }));
}
