import { makeShifts } from "../behaviour/shifts.js";
import type { World } from "../world.js";
import { plantFoundation } from "./foundation.js";
import { plantHistory } from "./history.js";
import { plantIntegrations } from "./integrations.js";
import { plantOrganisation } from "./organisation.js";
import { plantPractice } from "./practice.js";
import { plantRunbooks } from "./runbooks.js";
import { plantPresent } from "./present.js";
import { plantSurroundings } from "./surroundings.js";

/**
 * Fills an empty world. The same seed gives the same data and the same ids. Times are relative to now. `empty` gives a
 * new account without an organisation.
 */
export function plant(world: World): void {
  const born = world.now().getTime() - 600 * 86_400_000;
  world.at(born, () => {
    plantFoundation(world);
    if (world.seed === "empty") return;
    plantOrganisation(world);
    plantRunbooks(world);
    plantPractice(world);
  });
  if (world.seed === "empty") return;
  for (const rotation of world.store.all("teams/on_call_schedules/rotations")) makeShifts(rotation, world);
  plantIntegrations(world);
  plantSurroundings(world);
  plantHistory(world);
  plantPresent(world);
  world.tick();
}
