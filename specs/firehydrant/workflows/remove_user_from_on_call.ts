import type { Api } from "../../../generated/firehydrant/programs.js";

interface Input {
  /** The user to take off call, by id, name or e-mail address. From list_users. */
  user: string;
  /** Only in this team's rotations. From list_teams. */
  team?: string;
}

interface Changed {
  team: string;
  schedule: string;
  rotation: string;
  /** Who is left, in turn order. */
  members: string[];
  /** When the change takes effect: the end of the running shift. Absent where it is at once. */
  from?: string;
}

interface Answer {
  user: string;
  changed: Changed[];
  /** Rotations that would have nobody left, so they are as they were. */
  only_member_of: string[];
}

/**
 * Remove a user from on-call rotations
 *
 * Changes who gets paged: takes one user out of every on-call rotation, or out of one team's, and keeps the other members
 * in their order. The change takes effect when the running shift ends, so nobody is cut off in the middle of it. A
 * rotation whose only member is this user stays as it is and is named in the answer.
 *
 * @tags signals, teams, users
 */
export async function removeUserFromOnCall(api: Api, input: Input): Promise<Answer> {
  const user = await api.get_user({ user_id: input.user });
  const id = user.id ?? "";
  const answer: Answer = { user: user.name ?? "", changed: [], only_member_of: [] };
  const running = await api.list_organization_on_call_schedules();
  const ends = new Map(
    running.items.flatMap((schedule) =>
      (schedule.rotations ?? []).map((rotation) => [rotation.id, rotation.current_shift?.end_time] as const),
    ),
  );
  const teams =
    input.team === undefined ? await api.all("list_teams") : [await api.get_team({ team_id: input.team })];
  for (const team of teams) {
    const team_id = team.id ?? "";
    for (const schedule of await api.all("list_team_on_call_schedules", { team_id }))
      for (const rotation of schedule.rotations ?? []) {
        const members = rotation.members ?? [];
        if (!members.some((member) => member.id === id)) continue;
        const names = { team: team.name ?? "", schedule: schedule.name ?? "", rotation: rotation.name ?? "" };
        const left = members.filter((member) => member.id !== id);
        if (left.length === 0) {
          answer.only_member_of.push(`${names.team}: ${names.schedule}: ${names.rotation}`);
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
