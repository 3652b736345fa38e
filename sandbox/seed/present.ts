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

interface Ongoing {
  readonly service: string;
  readonly severity: string;
  readonly title: string;
  /** When it was declared, detected, staffed and last changed, in minutes before now. */
  readonly times: readonly [opened: number, detected: number, staffed: number, moved: number];
  readonly milestones: readonly string[];
  readonly notes: readonly string[];
}

const ongoing: readonly Ongoing[] = [
  {
    service: "notification-service",
    severity: "SEV4",
    title: "{} sends mails twice",
    times: [1500, 1490, 1440, 1300],
    milestones: ["acknowledged", "investigating", "identified", "mitigated"],
    notes: ["A retry sends again what was sent already. The queue is paused for newsletters."],
  },
  {
    service: "search-indexer",
    severity: "SEV3",
    title: "{} lags behind",
    times: [190, 184, 170, 95],
    milestones: ["acknowledged", "investigating", "identified"],
    notes: ["New products appear in search about forty minutes late."],
  },
  {
    service: "payments-gateway",
    severity: "SEV1",
    title: "{} declines most cards",
    times: [47, 45, 41, 36],
    milestones: ["acknowledged", "investigating"],
    notes: [
      "Two of three card networks answer with timeouts since the hour.",
      "The last deploy is ruled out: the errors began before it.",
    ],
  },
];

/** The three open incidents, and the alerts of the last weeks without an incident. */
export function plantPresent(world: World): void {
  plantNoise(world);
  const now = world.now().getTime();
  const ago: Ago = (minutes, run) => world.at(now - minutes * minute, run);
  for (const incident of ongoing) plantOngoing(incident, ago, world);
}

/** Runs something with a clock set some minutes back. */
type Ago = <T>(minutes: number, run: () => T) => T;

function plantOngoing({ times, milestones, notes, ...facts }: Ongoing, ago: Ago, world: World): void {
  const service = named("services", facts.service, world);
  const [opened, detected, staffed, moved] = times;
  const alert = ago(opened + 1, () => alertOf(service, world));
  const incident = ago(opened, () => declare(bodyOf({ ...facts, service, alert }, world), world));
  ago(detected, () => moveTo(incident, "detected", world));
  ago(staffed, () => staff(incident, service, world));
  milestones.forEach((slug, index) => ago(moved - index * 3, () => moveTo(incident, slug, world)));
  ago(moved - milestones.length * 3, () => setAlertStatus(alert, "acknowledged", world));
  notes.forEach((body, index) => ago(moved - 12 - index * 5, () => addNote(incident, { body }, world)));
  ago(20, () => addTask(incident, { title: "Keep support informed" }, world));
  plantBridge(incident, world);
}

/** A conference bridge with a sentence of its transcript. */
function plantBridge(incident: Item, world: World): void {
  const parents = { incident_id: incident.id };
  const bridge = world.add(
    "incidents/conference_bridges",
    {
      has_translated_transcripts: false,
      language_codes: ["en"],
      attachments: [],
      transcription_status: "running",
    },
    parents,
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
    parents,
  );
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
