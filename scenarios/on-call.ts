import type { Ref } from "../sandbox/store/store.js";
import { type Fields } from "../sandbox/store/store.js";
import type { Result } from "./check/result.js";
import { nextOnCall, onCall } from "./check/people.js";
import { timesIn, type Loose, type Scenario, type ToolCall } from "./scenario.js";

const hour = 3_600_000;
const fullName = "<full name>";

/** Current and future on-call duty. */
export const onCallScenarios: readonly Scenario[] = [
  {
    id: "who-is-on-call",
    prompt: "Who is on call for Payments right now?",
    answer: { form: fullName, right: (world) => onCall("Payments", world) },
    solve: async (call) => (await schedule(call, "Payments")).current_shift.user.name,
    slips: {
      "names who comes next": async (call) => (await schedule(call, "Payments")).next_shift.user.name,
      "looks at another team": async (call) => (await schedule(call, "Checkout")).current_shift.user.name,
      "wakes someone to find out": async (call) => {
        await call("create_page", { summary: "Who is on call?", target_type: "Team", target_id: "Payments" });
        return (await schedule(call, "Payments")).current_shift.user.name;
      },
    },
  },
  {
    id: "who-is-next",
    prompt: "Who takes over on-call duty for Infrastructure at the next hand-over?",
    answer: { form: fullName, right: (world) => nextOnCall("Infrastructure", world) },
    solve: async (call) => (await schedule(call, "Infrastructure")).next_shift.user.name,
    slips: {
      "names who is on call now": async (call) =>
        (await schedule(call, "Infrastructure")).current_shift.user.name,
    },
  },
  {
    id: "who-looks-after-a-service",
    prompt: "order-service is acting up. Which person is on call right now for the team that owns it?",
    answer: { form: fullName, right: (world) => onCall("Checkout", world) },
    solve: async (call) => {
      const { owner } = await call("get_service", { service_id: "order-service" });
      return (await schedule(call, owner.id)).current_shift.user.name;
    },
    slips: {
      "asks a team that only uses it": async (call) =>
        (await schedule(call, "Fulfilment")).current_shift.user.name,
    },
  },
  {
    id: "who-is-on-call-then",
    prompt: (world) => `Who will be on call for Identity at ${then(world.now()).toISOString()}?`,
    answer: { form: fullName, right: (world) => onCall("Identity", world, then(world.now()).getTime()) },
    solve: (call, prompt) => onCallAt(call, "Identity", timesIn(prompt)[0]!),
    slips: {
      "is a week early": (call, prompt) => onCallAt(call, "Identity", timesIn(prompt)[0]! - 7 * 24 * hour),
    },
  },
  {
    id: "all-on-call",
    prompt: "I hand the week over: who is on call now, over all teams?",
    answer: {
      form: "<full names, separated by commas>",
      right: (world) => world.store.all("teams").map(({ data }) => onCall(String(data.name), world)),
    },
    solve: async (call) => (await allOnCall(call)).join(", "),
    slips: { "leaves one out": async (call) => (await allOnCall(call)).slice(1).join(", ") },
  },
  {
    id: "cover",
    prompt: (world) => {
      const [from, to] = coverOf(world.now());
      return (
        "Tomás Rey covers on-call duty for Payments from " +
        `${world.stamp(from)} to ${world.stamp(to)}. Put that into the schedule; everything else stays.`
      );
    },
    check: (result) => covered(result, "Payments", "Tomás Rey"),
    solve: (call, prompt) => cover(call, "Payments", "Tomás Rey", timesIn(prompt)),
    slips: {
      "puts someone else on": (call, prompt) => cover(call, "Payments", "Noor Haddad", timesIn(prompt)),
      "takes another team's schedule": (call, prompt) =>
        cover(call, "Checkout", "Tomás Rey", timesIn(prompt)),
      "is a day late": (call, prompt) =>
        cover(
          call,
          "Payments",
          "Tomás Rey",
          timesIn(prompt).map((at) => at + 24 * hour),
        ),
    },
  },
  {
    id: "rotation-joined",
    prompt:
      "Jonas Lind joins the on-call rotation of Payments, as the last in turn after those who are in it.",
    check: (result) => {
      const rotation = result.find("teams/on_call_schedules/rotations", "Payments on call");
      const { members } = rotation.data as { readonly members: readonly Ref[] };
      const before = members.map(({ id }) => id);
      const jonas = result.find("users", "Jonas Lind").id;
      const inTurn = (now: unknown) =>
        String((now as readonly Ref[]).map(({ id }) => id)) === String([...before, jonas]);
      result.changed(rotation, { members: inTurn, first_turn_at: () => true });
      ofSchedule(result, "Payments");
    },
    solve: (call) => join(call, ({ members }) => [...members, { name: "Jonas Lind" }]),
    slips: {
      "puts him first": (call) => join(call, ({ members }) => [{ name: "Jonas Lind" }, ...members]),
      "leaves him alone in it": (call) => join(call, () => [{ name: "Jonas Lind" }]),
    },
  },
  {
    id: "schedule-made",
    prompt:
      "Make a second on-call schedule for the Checkout team, named “Checkout second line”: Maya Okafor and Luca Bianchi " +
      "take weekly turns in that order, handing over on Monday at 09:00, Europe/Berlin.",
    check: (result) => {
      const team_id = result.find("teams", "Checkout").id;
      const made = result.added("teams/on_call_schedules", { team_id, name: "Checkout second line" });
      result.added("teams/on_call_schedules/rotations", {
        schedule_id: made?.id ?? null,
        members: ["Maya Okafor", "Luca Bianchi"],
        time_zone: "Europe/Berlin",
        strategy: { type: "weekly", handoff_day: "monday", handoff_time: /^09:00/ },
      });
      result.allow("teams/on_call_schedules/shifts", ({ parents }) => parents.schedule_id === made?.id);
    },
    solve: (call) => makeSchedule(call, "weekly"),
    slips: { "has them change daily": (call) => makeSchedule(call, "daily") },
  },
];

async function schedule(call: ToolCall, team_id: string): Promise<Loose> {
  const { items } = await call("list_organization_on_call_schedules", { team_id });
  return items[0];
}

/** In seventeen days at noon. */
function then(now: Date): Date {
  const day = new Date(now.getTime() + 17 * 24 * hour);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12));
}

async function onCallAt(call: ToolCall, team_id: string, at: number): Promise<string> {
  const { id: schedule_id } = await schedule(call, team_id);
  const [shift_time_window_start, shift_time_window_end] = [at, at + 60_000].map((one) =>
    new Date(one).toISOString(),
  );
  const place = { team_id, schedule_id, shift_time_window_start, shift_time_window_end };
  const { shifts } = await call("get_team_on_call_schedule", { ...place, view: "full" });
  return shifts[0].user.name;
}

async function allOnCall(call: ToolCall): Promise<string[]> {
  const { items } = await call("list_organization_on_call_schedules");
  return items.map(({ current_shift }: Loose) => current_shift.user.name);
}

/** From the full hour after next, for four hours. */
function coverOf(now: Date): readonly [from: number, to: number] {
  const from = Math.ceil(now.getTime() / hour) * hour + hour;
  return [from, from + 4 * hour];
}

function covered(result: Result, team: string, name: string): void {
  const [from, to] = coverOf(result.before.at);
  for (const at of [from, (from + to) / 2, to - 60_000]) {
    const now = onCall(team, result.world, at);
    if (now !== name) result.miss(`at ${new Date(at).toISOString()} ${now} is on call`);
  }
  const after = onCall(team, result.world, to + 60_000);
  if (after === name) result.miss(`${name} is still on call after the end`);
  ofSchedule(result, team);
}

/** A change replaces the following shifts. Those of other teams stay. */
function ofSchedule(result: Result, team: string): void {
  const { id } = result.find("teams", team);
  result.allow("teams/on_call_schedules/shifts", ({ parents }) => parents.team_id === id);
}

async function cover(
  call: ToolCall,
  team_id: string,
  user_id: string,
  times: readonly number[],
): Promise<void> {
  const { id: schedule_id, rotations } = await schedule(call, team_id);
  const [start_time, end_time] = times.map((at) => new Date(at).toISOString());
  const args = { team_id, schedule_id, rotation_id: rotations[0].name, start_time, end_time, user_id };
  await call("override_on_call_schedule_rotation_shifts", args);
}

async function join(call: ToolCall, change: (rotation: Loose) => readonly Fields[]): Promise<void> {
  const team_id = "Payments";
  const { id: schedule_id, rotations, current_shift } = await schedule(call, team_id);
  const place = { team_id, schedule_id, rotation_id: rotations[0].name };
  const rotation = await call("get_on_call_schedule_rotation", { ...place, view: "full" });
  const members = change(rotation).map(({ id, name }) => ({ user_id: id ?? name }));
  await call("update_on_call_schedule_rotation", { ...place, members, effective_at: current_shift.end_time });
}

function makeSchedule(call: ToolCall, type: string): Promise<void> {
  const rotation = {
    name: "Second line",
    time_zone: "Europe/Berlin",
    members: [{ user_id: "Maya Okafor" }, { user_id: "Luca Bianchi" }],
    strategy: { type, handoff_time: "09:00:00", ...(type === "weekly" ? { handoff_day: "monday" } : {}) },
  };
  const args = { team_id: "Checkout", name: "Checkout second line", rotations: [rotation] };
  return call("create_team_on_call_schedule", args);
}
