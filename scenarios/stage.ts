import { openAlert } from "../sandbox/behaviour/alerts.js";
import { declare } from "../sandbox/behaviour/incidents.js";
import { moveTo } from "../sandbox/behaviour/milestones.js";
import type { Fields, Item } from "../sandbox/store/store.js";
import { refTo, type World } from "../sandbox/world.js";
import { itemOf } from "./check/find.js";

/** Minutes before now, as milliseconds since 1970. */
export function minutesAgo(minutes: number, now: Date): number {
  return now.getTime() - minutes * 60_000;
}

/** Declares an incident of a service so many minutes ago and moves it to a milestone. It takes the next number. */
export function incidentOn(
  service: string,
  fields: Fields & { readonly name: string },
  { minutes, milestone }: { readonly minutes: number; readonly milestone?: string },
  world: World,
): Item {
  const condition_id = itemOf(world.store, "severity_matrix/conditions", "Degraded").id;
  const impacts = [{ type: "service", id: itemOf(world.store, "services", service).id, condition_id }];
  const incident = world.at(minutesAgo(minutes, world.now()), () => declare({ impacts, ...fields }, world));
  if (milestone) world.at(minutesAgo(1, world.now()), () => moveTo(incident, milestone, world));
  return incident;
}

/** Opens an unanswered alert for a service. */
export function alertOn(service: string, summary: string, minutes: number, world: World): Item {
  const item = itemOf(world.store, "services", service);
  const owner = item.data.owner as { readonly id: string };
  const team = world.store.find("teams", owner.id)!;
  const fields = { summary, services: [refTo(item)], team_id: team.id, team_name: team.data.name };
  return world.at(minutesAgo(minutes, world.now()), () => openAlert(fields, world));
}
