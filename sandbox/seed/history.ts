import { openAlert, setAlertStatus } from "../behaviour/alerts.js";
import { assignRole, assignTeam } from "../behaviour/assignments.js";
import { declare } from "../behaviour/incidents.js";
import { moveTo } from "../behaviour/milestones.js";
import { openReport } from "../behaviour/post-mortems.js";
import { openRetrospective, setField } from "../behaviour/retrospectives.js";
import { startRunbook } from "../behaviour/runbooks.js";
import { addTask, addTicket } from "../behaviour/tasks.js";
import { addNote } from "../behaviour/timeline.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { named } from "./organisation.js";
import { mishaps, notes } from "./troubles.js";

const minute = 60_000;

/** The number of past incidents, and over how many days. */
const pastIncidents = 300;
const pastDays = 548;

/** Eighteen months of incidents, made by the code that answers requests, each step at its own time. */
export function plantHistory(world: World): void {
  const now = world.now().getTime();
  const ages = Array.from({ length: pastIncidents }, () => world.random.between(2 * 1440, pastDays * 1440));
  for (const age of ages.sort((a, b) => b - a)) {
    tellPast(now - age * minute, now, world);
    // Steps that a runbook did then are done before the next incident begins.
    world.tick();
  }
}

function tellPast(start: number, now: number, world: World): void {
  const { random } = world;
  const severity = random.pick(["SEV1", "SEV2", "SEV2", "SEV3", "SEV3", "SEV3", "SEV4", "SEV4", "SEV5"]);
  const service = random.pick(world.store.all("services"));
  const [title, cause, mend] = random.pick(mishaps);
  let at = start;
  const then = <T>(low: number, high: number, run: () => T): T => {
    // A past incident must not have times in the future.
    at = Math.min(now - minute, at + random.between(low, high) * minute);
    return world.at(at, run);
  };
  const alert = world.at(start, () => (random.chance(0.6) ? alertOf(service, world) : undefined));
  const incident = then(0, 3, () => declare(bodyOf({ title, severity, service, alert }, world), world));
  then(0, 2, () => moveTo(incident, "detected", world));
  then(1, 12, () => {
    moveTo(incident, "acknowledged", world);
    if (alert) setAlertStatus(alert, "acknowledged", world);
  });
  then(1, 5, () => staff(incident, service, world));
  then(1, 10, () => moveTo(incident, "investigating", world));
  for (const body of random.some(notes, random.between(1, 4)))
    then(2, 15, () => addNote(incident, { body }, world));
  then(5, 40, () => moveTo(incident, "identified", world));
  then(0, 5, () => addNote(incident, { body: `Cause: ${cause}` }, world));
  then(5, 60, () => moveTo(incident, "mitigated", world));
  then(5, severity === "SEV1" ? 60 : 180, () => {
    moveTo(incident, "resolved", world);
    addNote(incident, { body: mend }, world);
    if (alert) setAlertStatus(alert, "resolved", world);
  });
  if (random.chance(0.5)) then(10, 600, () => followUp(incident, mend, world));
  if (random.chance(0.6)) reflect(incident, { cause, mend }, then, world);
  if (random.chance(0.85)) then(60, 2880, () => moveTo(incident, "closed", world));
}

/** The summary of an alert about a service. */
export function alertOf(service: Item, world: World): Item {
  const team = service.data.owner instanceof Ref ? world.resolve(service.data.owner) : undefined;
  const rule = team && world.store.children("teams/signal_rules", team.id)[0];
  return openAlert(
    {
      summary: `Error rate of ${String(service.data.name)} above ${world.random.between(2, 9)} %`,
      description: "The five-minute average crossed its threshold.",
      services: [refTo(service)],
      team_id: team?.id,
      team_name: team?.data.name,
      signal_rule: rule ? refTo(rule) : null,
      tags: [`service:${String(service.data.slug)}`],
    },
    world,
  );
}

interface Mishap {
  /** `{}` is replaced by the service's name. */
  readonly title: string;
  readonly severity: string;
  readonly service: Item;
  readonly alert: Item | undefined;
}

/** The request that declares an incident. */
export function bodyOf({ title, severity, service, alert }: Mishap, world: World): Fields {
  const conditions = world.store.all("severity_matrix/conditions");
  const condition_id = (severity === "SEV1" ? conditions[1] : conditions[0])?.id;
  const production = named("environments", "Production", world);
  const impacts = [{ type: "service", id: service.id, condition_id }];
  if (world.random.chance(0.7)) impacts.push({ type: "environment", id: production.id, condition_id });
  const name = title.replace("{}", String(service.data.name));
  return {
    name,
    severity,
    priority: severity === "SEV5" ? "P4" : `P${Math.min(4, Number(severity.at(-1)))}`,
    summary: `${name}: customers of the shop are affected.`,
    impacts,
    alert_ids: alert ? [alert.id] : [],
    tag_list: world.random.some(
      ["customer-facing", "database", "deploy", "partner", "capacity"],
      world.random.between(0, 2),
    ),
    runbook_ids: [],
  };
}

export function staff(incident: Item, service: Item, world: World): void {
  const team = service.data.owner instanceof Ref ? world.resolve(service.data.owner) : undefined;
  if (!team) return;
  assignTeam(incident, team.id, world);
  const members = ((team.data.memberships ?? []) as Fields[]).map(({ user_id }) => String(user_id));
  const roles = world.store.all("incident_roles");
  const chosen = world.random.some(members, world.random.between(1, 3));
  chosen.forEach((user, index) => roles[index] && assignRole(incident, roles[index].id, user, world));
  if (incident.data.severity === "SEV1")
    startRunbook(named("runbooks", "Major incident", world), incident, world);
}

function followUp(incident: Item, mend: string, world: World): void {
  const state = world.random.pick(["open", "done", "done"]);
  addTicket(
    {
      summary: `Make it last: ${mend}`,
      state,
      type: "follow_up",
      tag_list: ["follow-up"],
      related_to: `incident/${incident.id}`,
    },
    world,
  );
  addTask(incident, { title: "Tell support that it is over", state: "done" }, world);
}

type Then = <T>(low: number, high: number, run: () => T) => T;

function reflect(
  incident: Item,
  { cause, mend }: { cause: string; mend: string },
  then: Then,
  world: World,
): void {
  const serious = ["SEV1", "SEV2"].includes(String(incident.data.severity));
  const template = named(
    "retrospective_templates",
    serious ? "Full retrospective" : "Brief retrospective",
    world,
  );
  then(600, 4000, () => {
    moveTo(incident, "retrospective_started", world);
    const retrospective = openRetrospective(incident, template, world);
    const answers = [`${String(incident.data.name)}. ${mend}`, cause];
    world.store
      .children("incidents/retrospectives/fields", retrospective.id)
      .slice(0, 2)
      .forEach((field, index) => setField(field, { value: answers[index] }, world));
    if (serious) world.change(openReport(incident, world), { summary: `${cause} ${mend}` });
  });
  if (world.random.chance(0.8)) then(60, 3000, () => moveTo(incident, "retrospective_completed", world));
}
