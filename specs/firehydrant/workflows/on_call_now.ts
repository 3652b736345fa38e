import type { Api } from "../../../generated/firehydrant/programs.js";

interface Input {
  /** Only this team's schedules. From list_teams. */
  team?: string;
}

interface Shift {
  team: string;
  schedule: string;
  rotation: string;
  /** Absent where nobody is on call. */
  user?: string;
  user_id?: string;
  until?: string;
  /** Who follows. */
  next?: string;
}

interface Answer {
  on_call: Shift[];
  /** Rotations without anybody on call, as team, schedule and rotation. */
  gaps: string[];
}

/**
 * Who is on call now
 *
 * Shows for every on-call rotation, or for those of one team, who is on call at this moment, until when, and who
 * follows. Rotations in which nobody is on call are listed as gaps. One call replaces reading schedules one by one.
 *
 * @tags signals, teams
 */
export async function onCallNow(api: Api, input: Input): Promise<Answer> {
  const args = input.team === undefined ? {} : { team_id: [input.team] };
  const { items } = await api.list_organization_on_call_schedules(args);
  const on_call = items.flatMap((schedule) =>
    (schedule.rotations ?? []).map((rotation): Shift => {
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
    }),
  );
  const gaps = on_call
    .filter(({ user }) => user === undefined)
    .map(({ team, schedule, rotation }) => `${team}: ${schedule}: ${rotation}`);
  return { on_call, gaps };
}
