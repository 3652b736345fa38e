import { target } from "../store/absorb.js";
import type { Handlers } from "../store/call.js";
import type { Fields, Item } from "../store/store.js";
import { Ref } from "../store/store.js";
import type { World } from "../world.js";
import { addAlertEvent, openAlert, setAlertStatus } from "./alerts.js";
import { secondsOf } from "./durations.js";
import { onCallNow } from "./on-call.js";

export const pagingHandlers: Handlers = {
  "POST /v1/page/signals": ({ body }, world) => {
    const { summary, target_type, target_id } = body;
    const aim = target(target_id, target_type, world);
    const team = world.store.peek("teams", String(aim.team_id));
    const fields = {
      summary,
      description: body.body ?? null,
      signal_target: aim,
      team_id: team?.id ?? null,
      team_name: team?.data.name ?? null,
    };
    const alert = openAlert({ ...fields, signal_id: world.random.uuid() }, world);
    notify(alert, String(target_type), String(target_id), world);
    return alert;
  },
};

/** A person acknowledges, so the escalation ends. */
export function acknowledge(alert: Item, world: World): void {
  setAlertStatus(alert, "acknowledged", world);
}

/** Seconds after which an unanswered page expires. */
const expiry = 3600;

/** Notifies a target: people at once, a team or a policy step by step. */
export function notify(alert: Item, type: string, id: string, world: World): void {
  const policy = policyOf(type, id, world);
  if (policy) return escalate(alert, policy, { step: 0, round: 0 }, world);
  // A team is paged only by its default policy. Without one, the alert opens and notifies no one.
  if (type !== "Team")
    for (const user of peopleOf(type, id, world)) send(alert, user, { via: type, step: 0 }, world);
  world.later(expiry, () => isOpen(alert) && setAlertStatus(alert, "expired", world));
}

function policyOf(type: string, id: string, world: World): Item | undefined {
  if (type === "EscalationPolicy") return world.store.find("teams/escalation_policies", id);
  if (type !== "Team") return undefined;
  return world.store.children("teams/escalation_policies", id).find(({ data }) => data.default === true);
}

/** The progress of an alert in a policy: the step, and how often all steps ran before. */
interface Progress {
  readonly step: number;
  readonly round: number;
}

/** Runs one step of a policy. The next step follows if the step times out and the alert is still open. */
function escalate(alert: Item, policy: Item, { step, round }: Progress, world: World): void {
  if (!isOpen(alert)) return;
  const steps = (policy.data.steps ?? []) as Fields[];
  const current = steps[step];
  if (!current) return exhausted(alert, policy, round, world);
  addAlertEvent(alert, "escalated", { policy: policy.data.name, step, round }, world);
  const targets = (current.targets ?? []) as Fields[];
  for (const { id, type } of targets) {
    for (const user of peopleOf(String(type), String(id), world))
      send(alert, user, { via: String(type), step }, world);
  }
  world.change(alert, { position: step });
  const wait = isVacant(targets, world) ? 0 : secondsOf(current.timeout);
  // At least one second, so that an endlessly repeating policy with empty schedules leaves time for other events.
  world.later(Math.max(1, wait), () => escalate(alert, policy, { step: step + 1, round }, world));
}

/** After the last step: repeat, then hand off, then expire. */
function exhausted(alert: Item, policy: Item, round: number, world: World): void {
  if (round < Number(policy.data.repetitions ?? 0)) {
    return escalate(alert, policy, { step: 0, round: round + 1 }, world);
  }
  const handoff = policy.data.handoff_step as { target_type?: string; target_id?: string } | null | undefined;
  if (!handoff?.target_id || alert.data.handed_off === true) return setAlertStatus(alert, "expired", world);
  world.touch(alert).data.handed_off = true;
  notify(alert, String(handoff.target_type), handoff.target_id, world);
}

/** Whether a schedule has no one on call. FireHydrant skips such a step at once. */
function isVacant(targets: readonly Fields[], world: World): boolean {
  return targets.every(
    ({ id, type }) => type === "OnCallSchedule" && peopleOf("OnCallSchedule", String(id), world).length === 0,
  );
}

function peopleOf(type: string, id: string, world: World): Item[] {
  const users: readonly (Item | undefined)[] =
    type === "User"
      ? [world.store.find("users", id)]
      : type === "OnCallSchedule"
        ? onCallNow(world.store.find("teams/on_call_schedules", id), world)
        : membersOf(world.store.find("teams", id), world);
  return users.filter((user) => user !== undefined);
}

function membersOf(team: Item | undefined, world: World): Item[] {
  const memberships = (team?.data.memberships ?? []) as Fields[];
  return memberships.flatMap(({ user }) => (user instanceof Ref ? (world.resolve(user) ?? []) : []));
}

/** Records a sent page, for the view and for checkers. `via` is the type of its target. */
function send(alert: Item, user: Item, { via, step }: { via: string; step: number }, world: World): void {
  const page = {
    alert_id: alert.id,
    summary: alert.data.summary,
    user_id: user.id,
    user_name: user.data.name,
    via,
    step,
  };
  world.add("pages", page, { alert_id: alert.id });
  (alert.data.notified_user_ids as string[]).push(user.id);
  addAlertEvent(alert, "notified", { user_id: user.id, user: user.data.name, step }, world);
}

function isOpen(alert: Item): boolean {
  return alert.data.status === "opened";
}
