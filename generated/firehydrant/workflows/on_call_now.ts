// Generated from specs/firehydrant/workflows/on_call_now.ts by `make generate`. Do not edit: change it there, then run it again.
import { z } from "zod";
import type { WorkflowModule } from "../../../runtime/contract/workflow.js";

export const onCallNow: WorkflowModule = {
  name: "on_call_now",
  input: z.strictObject({
    team: z.string().optional().describe("Only this team's schedules. From list_teams."),
  }),
  source: `async function onCallNow(api, input) {
    const args = input.team === undefined ? {} : { team_id: [input.team] };
    const { items } = await api.list_organization_on_call_schedules(args);
    const on_call = items.flatMap((schedule) => (schedule.rotations ?? []).map((rotation) => {
        const now = rotation.current_shift;
        return {
            team: schedule.team?.name ?? "",
            schedule: schedule.name ?? "",
            rotation: rotation.name ?? "",
            ...(now?.user?.name ? { user: now.user.name } : {}),
            ...(now?.user?.id ? { user_id: now.user.id } : {}),
            ...(now?.end_time ? { until: now.end_time } : {}),
            ...(rotation.next_shift?.user?.name ? { next: rotation.next_shift.user.name } : {}),
        };
    }));
    const gaps = on_call
        .filter(({ user }) => user === undefined)
        .map(({ team, schedule, rotation }) => \`\${team}: \${schedule}: \${rotation}\`);
    return { on_call, gaps };
}
return onCallNow(api, input);
`,
};
