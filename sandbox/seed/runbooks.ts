import { createRandom } from "../store/random.js";
import type { Fields } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { named } from "./organisation.js";

type Action = readonly [name: string, slug: string, integration: string, automatable: boolean];

const actions: readonly Action[] = [
  ["Create a channel", "create_incident_channel", "slack", true],
  ["Start a call", "create_incident_conference_bridge", "zoom", true],
  ["Post a note", "add_incident_note", "patchy", true],
  ["Assign a role", "assign_incident_role", "patchy", true],
  ["Ask a person", "freeform", "patchy", false],
];

/** One slug in two integrations, as the API has it. */
const notifications: readonly Action[] = [
  ["Notify a Slack channel", "notify_channel", "slack", true],
  ["Notify a Teams channel", "notify_channel", "microsoft_teams", true],
];

const runbooks = [
  [
    "Major incident",
    "Channel, call and roles for anything serious.",
    "Infrastructure",
    ["Create a channel", "Start a call", "Post a note", "Ask a person"],
  ],
  [
    "Payment failures",
    "What to check when cards are declined.",
    "Payments",
    ["Create a channel", "Post a note", "Ask a person"],
  ],
  [
    "Database failover",
    "Moves the primary to the other zone.",
    "Infrastructure",
    ["Post a note", "Ask a person", "Ask a person"],
  ],
  ["Search is down", "Serves the shop without search.", "Catalogue", ["Create a channel", "Ask a person"]],
  [
    "Customer communication",
    "Words and places to tell customers.",
    "Customer Experience",
    ["Post a note", "Ask a person"],
  ],
] as const;

/** The actions that a runbook can take, and the company's runbooks. */
export function plantRunbooks(world: World): void {
  for (const action of actions) world.add("runbooks/actions", actionOf(action));
  for (const action of notifications) {
    // Ids of their own, so that the other ids of a seed stay.
    const { uuid } = createRandom(action.join(" "));
    world.add("runbooks/actions", { id: uuid(), ...actionOf(action) });
  }
  for (const [name, summary, owner, steps] of runbooks) {
    const fields = {
      name,
      summary,
      description: summary,
      type: "incident",
      owner: refTo(named("teams", owner, world)),
      created_by: world.author(),
      updated_by: world.author(),
      categories: [],
      is_editable: true,
      tutorial: false,
    };
    world.add("runbooks", { ...fields, steps: steps.map((step, index) => runbookStep(step, index, world)) });
  }
}

function actionOf([name, slug, integration, automatable]: Action): Fields {
  return {
    name,
    slug,
    category: integration,
    integration: { slug: integration, name: integration },
    automatable,
    description: `${name}.`,
    repeatable: false,
    rerunnable: true,
    supported_runbook_types: ["incident"],
    prerequisites: [],
    config: { documentation_url: null, elements: [] },
  };
}

function runbookStep(name: string, index: number, world: World): Fields {
  const action = named("runbooks/actions", name, world);
  const id = world.random.uuid();
  const automatic = action.data.automatable === true;
  return {
    id,
    step_id: id,
    name: `${index + 1}. ${name}`,
    action_id: action.id,
    action: refTo(action),
    automatic,
    repeats: false,
    reruns: false,
    config: {},
  };
}
