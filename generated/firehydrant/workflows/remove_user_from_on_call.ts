// Generated from specs/firehydrant/workflows/remove_user_from_on_call.ts by `make generate`. Do not edit: change it there, then run it again.
import { z } from "zod";
import type { WorkflowModule } from "../../../runtime/contract/workflow.js";

export const removeUserFromOnCall: WorkflowModule = {
  name: "remove_user_from_on_call",
  input: z.strictObject({
    user: z.string().describe("The user to take off call, by id, name or e-mail address. From list_users."),
    team: z.string().optional().describe("Only in this team's rotations. From list_teams."),
  }),
  source: `async function removeUserFromOnCall(api, input) {
    const user = await api.get_user({ user_id: input.user });
    const id = user.id ?? "";
    const answer = { user: user.name ?? "", changed: [], only_member_of: [] };
    const running = await api.list_organization_on_call_schedules();
    const ends = new Map(running.items.flatMap((schedule) => (schedule.rotations ?? []).map((rotation) => [rotation.id, rotation.current_shift?.end_time])));
    const teams = input.team === undefined ? await api.all("list_teams") : [await api.get_team({ team_id: input.team })];
    for (const team of teams) {
        const team_id = team.id ?? "";
        for (const schedule of await api.all("list_team_on_call_schedules", { team_id }))
            for (const rotation of schedule.rotations ?? []) {
                const members = rotation.members ?? [];
                if (!members.some((member) => member.id === id))
                    continue;
                const names = { team: team.name ?? "", schedule: schedule.name ?? "", rotation: rotation.name ?? "" };
                const left = members.filter((member) => member.id !== id);
                if (left.length === 0) {
                    answer.only_member_of.push(\`\${names.team}: \${names.schedule}: \${names.rotation}\`);
                    continue;
                }
                const from = ends.get(rotation.id);
                await api.update_on_call_schedule_rotation({
                    team_id,
                    schedule_id: schedule.id ?? "",
                    rotation_id: rotation.id ?? "",
                    members: left.map((member) => ({ user_id: member.id ?? "" })),
                    ...(from ? { effective_at: from } : {}),
                });
                answer.changed.push({
                    ...names,
                    members: left.map((member) => member.name ?? ""),
                    ...(from ? { from } : {}),
                });
            }
    }
    return answer;
}
return removeUserFromOnCall(api, input);
`,
};
