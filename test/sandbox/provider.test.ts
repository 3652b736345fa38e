import { describe, expect, it } from "vitest";
import { catalogueChecks } from "./provider/catalogue.js";
import type { Checks } from "./provider/kit.js";
import { peopleChecks } from "./provider/people.js";
import { runbookChecks } from "./provider/runbooks.js";
import { scheduleChecks } from "./provider/schedules.js";
import { settingsChecks } from "./provider/settings.js";
import { signalChecks } from "./provider/signals.js";

/**
 * What the tests of FireHydrant's Terraform provider expect of the API, as a table of our own: what it sends, and what
 * it must read afterwards. Seven of its 153 tests with requests have no row here. Three look up Slack channels at a
 * path that the contract does not have. Two look up schedules of another system with similar names, which no operation
 * creates. Two end before the request: an unknown phase, and a step with a time between repeats that does not repeat.
 */
const areas: Readonly<Record<string, Checks>> = {
  catalogue: catalogueChecks,
  "on-call schedules": scheduleChecks,
  "people and teams": peopleChecks,
  runbooks: runbookChecks,
  settings: settingsChecks,
  signals: signalChecks,
};

describe.each(Object.entries(areas))("the Terraform provider's %s", (_, checks) => {
  it.each(Object.entries(checks))("%s", async (_name, check) => check());
});

it("the table has a row for at least 146 of the provider's tests", () => {
  expect(Object.values(areas).flatMap((checks) => Object.keys(checks)).length).toBeGreaterThanOrEqual(146);
});
