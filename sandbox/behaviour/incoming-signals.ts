import { unprocessable } from "../api-error.js";
import type { Handlers } from "../store/call.js";
import { refTo, type World } from "../world.js";
import type { Fields, Item } from "../store/store.js";
import { linkAlert, openAlert } from "./alerts.js";
import { readExpression } from "./cel.js";
import { isDuration, secondsOf } from "./durations.js";
import { declare } from "./incidents.js";
import { notify } from "./paging.js";

const MOST_SIGNALS = 20;

export const incomingSignalHandlers: Handlers = {
  "POST /v1/signals/debugger": ({ body }) => {
    const signals = body.signals as Fields[];
    if (signals.length > MOST_SIGNALS) throw unprocessable(`At most ${MOST_SIGNALS} signals can be tried`);
    const matches = readExpression(body.expression);
    return { expression: body.expression, matches: signals.map((signal) => matches({ signal })) };
  },
};

/** Receives a signal of a monitoring tool. Each matching rule opens an alert or adds to an open one, and notifies. */
export function receiveSignal(signal: Fields, world: World): Item[] {
  return world.store
    .all("teams/signal_rules")
    .filter((rule) => isMatch(rule, signal))
    .map((rule) => alertFor(rule, signal, world));
}

function isMatch(rule: Item, signal: Fields): boolean {
  try {
    return readExpression(rule.data.expression)({ signal });
  } catch {
    // A rule whose expression is invalid matches nothing.
    return false;
  }
}

function alertFor(rule: Item, signal: Fields, world: World): Item {
  const repeated = openAlertOf(rule, signal, world);
  if (repeated) return repeated;
  const { target, notification_priority_override, create_incident_condition_when, incident_type_id } =
    rule.data;
  const priority = notification_priority_override || "HIGH";
  const team = world.store.peek("teams", String(rule.parents.team_id));
  const alert = openAlert(
    {
      summary: signal.summary ?? rule.data.name,
      description: signal.body ?? null,
      tags: signal.tags ?? [],
      labels: signal.annotations ?? {},
      notification_priority: priority,
      priority,
      signal_rule: refTo(rule),
      signal_id: world.random.uuid(),
      signal_target: target,
      team_id: team?.id ?? null,
      team_name: team?.data.name ?? null,
    },
    world,
  );
  const { type, id } = (target ?? {}) as Fields;
  notify(alert, String(type), String(id), world);
  if (create_incident_condition_when === "WHEN_ALWAYS")
    linkAlert(declare({ name: alert.data.summary, incident_type_id }, world), alert.id, world);
  return alert;
}

/** The open alert that a repeated signal belongs to: same rule and summary, within the rule's expiry. */
function openAlertOf(rule: Item, signal: Fields, world: World): Item | undefined {
  const { deduplication_expiry, name } = rule.data;
  const seconds = isDuration(deduplication_expiry) ? secondsOf(deduplication_expiry) : Infinity;
  const since = world.now().getTime() - seconds * 1000;
  return world.store.all("alerts").find(({ data }) => {
    const isSame = (data.signal_rule as { id?: string } | undefined)?.id === rule.id;
    const isOpen = data.status === "opened" || data.status === "acknowledged";
    const about = signal.summary ?? name;
    return isSame && isOpen && data.summary === about && Date.parse(String(data.starts_at)) >= since;
  });
}
