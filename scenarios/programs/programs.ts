import { laterPrograms } from "./afterwards.js";
import { followUpPrograms } from "./follow-up.js";
import { incidentPrograms } from "./incidents.js";
import { peoplePrograms } from "./people.js";
import type { ScenarioPrograms } from "./program.js";

/** Programs for the scenarios that take several calls, by the id of the scenario. */
export const scenarioPrograms: ScenarioPrograms = {
  ...incidentPrograms,
  ...peoplePrograms,
  ...laterPrograms,
  ...followUpPrograms,
};
