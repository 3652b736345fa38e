// Generated from specs/firehydrant/workflows/find_user_everywhere.ts by `make generate`. Do not edit: change it there, then run it again.
import { z } from "zod";
import type { WorkflowModule } from "../../../runtime/contract/workflow.js";

export const findUserEverywhere: WorkflowModule = {
  name: "find_user_everywhere",
  input: z.strictObject({
    user: z.string().describe("The user, by id, name or e-mail address. From list_users."),
  }),
  source: `async function findUserEverywhere(api, input) {
    const user = await api.get_user({ user_id: input.user });
    const id = user.id ?? "";
    const teams = await api.all("list_teams");
    const found = {
        user: user.name ?? "",
        user_id: id,
        teams: teams
            .filter((team) => (team.memberships ?? []).some((member) => member.user?.id === id))
            .map((team) => team.name ?? ""),
        rotations: [],
        policies: [],
        rules: [],
        open_roles: await openRoles(api, id),
    };
    for (const team of teams)
        await addTeam(api, found, { id: team.id ?? "", name: team.name ?? "" });
    return found;
}
async function addTeam(api, found, team) {
    const { user_id: id } = found;
    const team_id = team.id;
    const [schedules, policies, rules] = await Promise.all([
        api.all("list_team_on_call_schedules", { team_id }),
        api.all("list_team_escalation_policies", { team_id }),
        api.all("list_team_signal_rules", { team_id }),
    ]);
    for (const schedule of schedules)
        for (const rotation of schedule.rotations ?? []) {
            const members = (rotation.members ?? []).map((member) => member.id);
            if (!members.includes(id))
                continue;
            found.rotations.push({
                team: team.name,
                schedule: schedule.name ?? "",
                rotation: rotation.name ?? "",
                rotation_id: rotation.id ?? "",
                others: members.filter((member) => member !== id).length,
            });
        }
    for (const policy of policies) {
        const targets = (policy.steps ?? []).flatMap((step) => step.targets ?? []);
        if (targets.some((target) => target.id === id))
            found.policies.push({ team: team.name, name: policy.name ?? "", id: policy.id ?? "" });
    }
    for (const rule of rules)
        if (rule.target?.id === id)
            found.rules.push({ team: team.name, name: rule.name ?? "", id: rule.id ?? "" });
}
async function openRoles(api, id) {
    const open = await api.all("list_incidents", { status: "active" });
    return open.flatMap((incident) => (incident.role_assignments ?? [])
        .filter((role) => role.user?.id === id && role.status !== "inactive")
        .map((role) => ({
        incident: incident.name ?? "",
        ...(incident.number === undefined ? {} : { number: incident.number }),
        role: role.incident_role?.name ?? "",
    })));
}
return findUserEverywhere(api, input);
`,
};
