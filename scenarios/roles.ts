import { assignRole } from "../sandbox/behaviour/assignments.js";
import type { Item } from "../sandbox/store/store.js";
import { itemOf } from "./check/find.js";
import { holderOf } from "./check/people.js";
import type { Result } from "./check/result.js";
import { internal } from "./check/wants.js";
import type { Loose, Stage, Scenario, ToolCall } from "./scenario.js";

/** Roles in incidents, and members of teams. */
export const roleScenarios: readonly Scenario[] = [
  {
    id: "commander-assigned",
    prompt: "Tomás Rey leads incident 303 from now on: make him its commander.",
    check: (result) => handedOver(result, 303, "Commander", "Tomás Rey"),
    solve: (call) => assign(call, "#303", "Commander", "Tomás Rey"),
    slips: {
      "gives him another role": (call) => assign(call, "#303", "Communication", "Tomás Rey"),
      "takes another incident": (call) => assign(call, "#302", "Commander", "Tomás Rey"),
      "takes another person": (call) => assign(call, "#303", "Commander", "Noor Haddad"),
    },
  },
  {
    id: "hand-over",
    prompt:
      "Shift change on incident 302: Wei Zhang takes over the Operations role from Oleg Petrov. Do it, and note for " +
      "us on the incident: “Operations handed over from Oleg Petrov to Wei Zhang.”",
    check: (result) => {
      handedOver(result, 302, "Operations", "Wei Zhang");
      const incident_id = result.find("incidents", 302).id;
      result.added("incidents/notes", {
        incident_id,
        body: /oleg petrov to wei zhang/i,
        visibility: internal,
      });
    },
    solve: async (call) => {
      await assign(call, "#302", "Operations", "Wei Zhang");
      await handOverNote(call, "private_to_org");
    },
    slips: {
      "only says so": (call) => handOverNote(call, "private_to_org"),
      "writes to the public": async (call) => {
        await assign(call, "#302", "Operations", "Wei Zhang");
        await handOverNote(call, "open_to_public");
      },
      "hands another role over": async (call) => {
        await assign(call, "#302", "Communication", "Wei Zhang");
        await handOverNote(call, "private_to_org");
      },
    },
  },
  {
    id: "role-given-up",
    prompt: "Erik Solberg has gone home: he isn't the commander of incident 302 any more, and nobody is yet.",
    check: (result) => ended(result, heldRole(result, 302, "Commander")!),
    solve: (call) => giveUp(call, "Commander"),
    slips: {
      "ends another role": (call) => giveUp(call, "Operations"),
      "gives the role to someone": (call) => assign(call, "#302", "Commander", "Wei Zhang"),
    },
  },
  {
    id: "who-commands",
    prompt: "Who is the commander of the search-indexer incident?",
    setUp: ({ world }: Stage) => {
      const role = itemOf(world.store, "incident_roles", "Commander").id;
      const user = itemOf(world.store, "users", "Grace Kim").id;
      assignRole(itemOf(world.store, "incidents", 302), role, user, world);
    },
    answer: {
      form: "<full name>",
      right: (world) => holderOf(itemOf(world.store, "incidents", 302), "Commander", world) ?? "nobody",
    },
    solve: (call) => commander(call, "active"),
    slips: { "names the one before": (call) => commander(call, "inactive") },
  },
  {
    id: "team-assigned",
    prompt: "Infrastructure has to help with incident 302. Assign the team; no need to page it.",
    check: (result) =>
      void result.added("incidents/team_assignments", {
        incident_id: result.find("incidents", 302).id,
        team: "Infrastructure",
      }),
    solve: (call) =>
      call("create_incident_team_assignment", { incident_id: "#302", team_id: "Infrastructure" }),
    slips: {
      "pages it, too": async (call) => {
        await call("create_incident_team_assignment", { incident_id: "#302", team_id: "Infrastructure" });
        await call("create_page", { summary: "Help", target_type: "Team", target_id: "Infrastructure" });
      },
      "assigns another team": (call) =>
        call("create_incident_team_assignment", { incident_id: "#302", team_id: "Data Platform" }),
    },
  },
  {
    id: "team-joined",
    prompt: "Aiko Mori joins the Payments team. The others stay in it.",
    check: (result) => {
      const team = result.find("teams", "Payments");
      const before = (team.data.memberships as Loose[]).map(({ user_id }) => ({ user_id }));
      const aiko = { user_id: result.find("users", "Aiko Mori").id };
      result.changed(team, { memberships: [...before, aiko] });
    },
    solve: (call) => joinTeam(call, (members) => [...members, { user_id: "Aiko Mori" }]),
    slips: {
      "throws the others out": (call) => joinTeam(call, () => [{ user_id: "Aiko Mori" }]),
      "adds someone else": (call) => joinTeam(call, (members) => [...members, { user_id: "Tim Brandt" }]),
    },
  },
  {
    id: "team-made",
    prompt: "Create a team “Reliability” that Grace Kim and Ben Carter belong to.",
    check: (result) => {
      const memberships = [{ user: "Grace Kim" }, { user: "Ben Carter" }];
      result.added("teams", { name: "Reliability", memberships });
    },
    solve: (call) => makeTeam(call, ["Grace Kim", "Ben Carter"]),
    slips: { "forgets one": (call) => makeTeam(call, ["Grace Kim"]) },
  },
];

/** The requested person holds the role, and the former holder does not. */
function handedOver(result: Result, number: number, role: string, name: string): void {
  const before = heldRole(result, number, role);
  if (before) ended(result, before);
  const incident_id = result.find("incidents", number).id;
  result.added("incidents/role_assignments", {
    incident_id,
    incident_role: role,
    user: name,
    status: "active",
  });
}

function ended(result: Result, assignment: Item): void {
  result.changed(assignment, { status: "inactive" });
}

function heldRole(result: Result, number: number, role: string): Item | undefined {
  const role_id = result.find("incident_roles", role).id;
  return result.before.store
    .children("incidents/role_assignments", result.find("incidents", number).id)
    .find(({ data }) => data.status === "active" && data.incident_role_id === role_id);
}

function assign(
  call: ToolCall,
  incident_id: string,
  incident_role_id: string,
  user_id: string,
): Promise<void> {
  return call("create_incident_role_assignment", { incident_id, incident_role_id, user_id });
}

function handOverNote(call: ToolCall, visibility: string): Promise<void> {
  const body = "Operations handed over from Oleg Petrov to Wei Zhang.";
  return call("create_incident_note", { incident_id: "#302", body, visibility });
}

async function giveUp(call: ToolCall, role: string): Promise<void> {
  const { items } = await call("list_incident_role_assignments", { incident_id: "#302" });
  const held = items.find(({ incident_role }: Loose) => incident_role.name === role);
  await call("delete_incident_role_assignment", { incident_id: "#302", role_assignment_id: held.id });
}

async function commander(call: ToolCall, status: string): Promise<string> {
  const { items } = await call("list_incident_role_assignments", { incident_id: "#302", status });
  return items.find(({ incident_role }: Loose) => incident_role.name === "Commander").user.name;
}

async function joinTeam(call: ToolCall, change: (members: Loose[]) => Loose[]): Promise<void> {
  const { memberships } = await call("get_team", { team_id: "Payments", view: "full" });
  const members = memberships.map(({ user, default_incident_role }: Loose) => ({
    user_id: user.id,
    ...(default_incident_role ? { incident_role_id: default_incident_role.id } : {}),
  }));
  await call("update_team", { team_id: "Payments", memberships: change(members) });
}

function makeTeam(call: ToolCall, names: readonly string[]): Promise<void> {
  return call("create_team", { name: "Reliability", memberships: names.map((user_id) => ({ user_id })) });
}
