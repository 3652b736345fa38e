import { setAlertStatus } from "../behaviour/alerts.js";
import { declare } from "../behaviour/incidents.js";
import { moveTo } from "../behaviour/milestones.js";
import { addTask } from "../behaviour/tasks.js";
import { addNote } from "../behaviour/timeline.js";
import type { Item } from "../store/store.js";
import type { World } from "../world.js";
import { alertOf, bodyOf, staff } from "./history.js";
import { named } from "./organisation.js";

const minute = 60_000;

/** The three incidents that are going on, and the alerts of the last weeks that became none. */
export function plantPresent(world: World): void {
  plantNoise(world);
  const now = world.now().getTime();
  const ago = <T>(minutes: number, run: () => T): T => world.at(now - minutes * minute, run);
  active(
    "notification-service",
    "SEV4",
    "{} sends mails twice",
    [1500, 1490, 1440, 1300],
    ["acknowledged", "investigating", "identified", "mitigated"],
    ["A retry sends again what was sent already. The queue is paused for newsletters."],
  );
  active(
    "search-indexer",
    "SEV3",
    "{} lags behind",
    [190, 184, 170, 95],
    ["acknowledged", "investigating", "identified"],
    ["New products appear in search about forty minutes late."],
  );
  active(
    "payments-gateway",
    "SEV1",
    "{} declines most cards",
    [47, 45, 41, 36],
    ["acknowledged", "investigating"],
    [
      "Two of three card networks answer with timeouts since the hour.",
      "The last deploy is ruled out: the errors began before it.",
    ],
  );

  function active(
    name: string,
    severity: string,
    title: string,
    times: number[],
    milestones: string[],
    said: string[],
  ): Item {
    const service = named("services", name, world);
    const [opened = 0, detected = 0, staffed = 0, moved = 0] = times;
    const alert = ago(opened + 1, () => alertOf(service, world));
    const incident = ago(opened, () => declare(bodyOf(title, severity, service, alert, world), world));
    ago(detected, () => moveTo(incident, "detected", world));
    ago(staffed, () => staff(incident, service, world));
    milestones.forEach((slug, index) => ago(moved - index * 3, () => moveTo(incident, slug, world)));
    ago(moved - milestones.length * 3, () => setAlertStatus(alert, "acknowledged", world));
    said.forEach((body, index) => ago(moved - 12 - index * 5, () => addNote(incident, { body }, world)));
    ago(20, () => addTask(incident, { title: "Keep support informed" }, world));
    const bridge = world.add(
      "incidents/conference_bridges",
      {
        has_translated_transcripts: false,
        language_codes: ["en"],
        attachments: [],
        transcription_status: "running",
      },
      { incident_id: incident.id },
    );
    world.add(
      "incidents/transcript",
      {
        words: "I see it too, the graph turns at a quarter past.",
        speaker: "Speaker 1",
        start: 12,
        until: 16,
        author: world.author(),
        conference_bridge_id: bridge.id,
      },
      { incident_id: incident.id },
    );
    return incident;
  }
}

function plantNoise(world: World): void {
  const now = world.now().getTime();
  const ages = Array.from({ length: 120 }, () => world.random.between(120, 30 * 1440)).sort((a, b) => b - a);
  for (const age of ages) {
    const at = now - age * minute;
    const alert = world.at(at, () => alertOf(world.random.pick(world.store.all("services")), world));
    const acknowledged = world.random.between(1, 20);
    if (world.random.chance(0.75))
      world.at(at + acknowledged * minute, () => setAlertStatus(alert, "acknowledged", world));
    world.at(at + (acknowledged + world.random.between(2, 60)) * minute, () =>
      setAlertStatus(alert, "resolved", world),
    );
    alert.data.is_noise = world.random.chance(0.3);
  }
}
