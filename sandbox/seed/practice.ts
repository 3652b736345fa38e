import type { Fields, Item } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { named } from "./organisation.js";

/** How the company works: runbooks, incident types, retrospective templates, audiences, task lists, fields. */
export function plantPractice(world: World): void {
  plantRunbooks(world);
  plantTypes(world);
  plantTemplates(world);
  for (const [name, description, isDefault] of audiences) {
    world.add("audiences", {
      name,
      slug: name.toLowerCase(),
      description,
      default: isDefault,
      discarded_at: null,
      details: [
        {
          id: world.random.uuid(),
          question: "What should they know?",
          prompt: "Two plain sentences.",
          slug: "know",
          position: 0,
        },
      ],
    });
  }
  const items = ["Tell support", "Open the status page", "Check recent deploys"].map((summary) => ({
    summary,
    description: null,
  }));
  world.add("task_lists", {
    name: "First ten minutes",
    description: "What is easily forgotten at the start.",
    task_list_items: items,
    created_by: world.author(),
  });
  const [, second] = world.store.all("services");
  const checks = ["Has a runbook", "Has a dashboard", "Alerts are tested"].map((name) => ({
    id: world.random.uuid(),
    name,
    description: name,
    status: false,
  }));
  world.add("checklist_templates", {
    name: "Ready for production",
    description: "What a service needs.",
    checks,
    owner: refTo(named("teams", "Infrastructure", world)),
    connected_services: second ? [refTo(second)] : [],
  });
  for (const [name, body] of [
    ["Looking into it", "We are looking into a problem with our shop."],
    ["Mended", "The problem is mended. Thank you for your patience."],
  ]) {
    world.add("status_update_templates", { name, body, discarded_at: null });
  }
  const region = {
    display_name: "Region",
    slug: "region",
    field_type: "single_select",
    permissible_values: ["eu", "us", "all"],
    required: false,
    description: "Where customers notice it.",
  };
  const field = world.random.uuid();
  world.add("custom_fields/definitions", { ...region, id: field, field_id: field });
  const filter_values = { status: "active", severities: "SEV1,SEV2" };
  world.add(
    "saved_searches",
    {
      name: "Serious and open",
      filter_values,
      is_private: false,
      resource_type: "incidents",
      user_id: world.actor()?.id,
    },
    { resource_type: "incidents" },
  );
}

const audiences = [
  ["Executives", "People who decide about money and words.", true],
  ["Support", "People who answer customers.", false],
  ["Engineering", "People who mend things.", false],
] as const;

const actions = [
  ["Create a channel", "create_incident_channel", "slack", true],
  ["Start a call", "create_incident_conference_bridge", "zoom", true],
  ["Post a note", "add_incident_note", "patchy", true],
  ["Assign a role", "assign_incident_role", "patchy", true],
  ["Ask a person", "freeform", "patchy", false],
] as const;

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

function plantRunbooks(world: World): void {
  for (const [name, slug, category, automatable] of actions) {
    world.add("runbooks/actions", {
      name,
      slug,
      category,
      automatable,
      description: `${name}.`,
      repeatable: false,
      rerunnable: true,
      supported_runbook_types: ["incident"],
      prerequisites: [],
      config: { documentation_url: null, elements: [] },
    });
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

const types = [
  ["Shop outage", "Customers can't buy.", "SEV1", ["Major incident"]],
  ["Slow or flaky", "It works, but badly.", "SEV3", []],
  ["Security", "Someone is where they should not be.", "SEV2", ["Major incident"]],
  ["Partner failure", "The fault is outside the house.", "SEV3", ["Customer communication"]],
] as const;

function plantTypes(world: World): void {
  for (const [name, description, severity, attached] of types) {
    const runbook_ids = attached.map((title) => named("runbooks", title, world).id);
    const template = {
      severity,
      priority: null,
      description,
      tag_list: [],
      labels: {},
      runbook_ids,
      team_ids: [],
      impacts: [],
      private_incident: name === "Security",
    };
    world.add("incident_types", { name, description, template, allowed_role_ids: [], required_fields: [] });
  }
}

function plantTemplates(world: World): void {
  const field = (label: string, type: string, more: Fields = {}): Fields => ({
    id: world.random.uuid(),
    label,
    type,
    help_text: label,
    is_required: false,
    permissible_values: [],
    schema: [],
    ...more,
  });
  const sections = ["details", "timeline", "actions"].map((slug) => ({ slug, elements: [] }));
  const full = [
    field("What happened?", "markdown_text", { is_required: true }),
    field("What caused it?", "text", { is_required: true }),
    field("How was it noticed?", "single_select", { permissible_values: ["alert", "customer", "colleague"] }),
    field("Customers affected", "numeric"),
    field("What do we change?", "dynamic_input_group", { schema: ["Change", "Owner"] }),
  ];
  world.add("retrospective_templates", {
    name: "Full retrospective",
    description: "For SEV1 and SEV2.",
    is_default: true,
    sections,
    fields: full,
  });
  const brief = [field("What happened?", "text", { is_required: true }), field("What do we change?", "text")];
  world.add("retrospective_templates", {
    name: "Brief retrospective",
    description: "For the rest.",
    is_default: false,
    sections: sections.slice(0, 1),
    fields: brief,
  });
  for (const title of ["What happened?", "Why did it happen?", "What went well?", "What do we change?"]) {
    world.add("post_mortems/questions", {
      title,
      tooltip: title,
      kind: "text",
      is_required: title === "What happened?",
      available_options: [],
    });
  }
}

/** The first item of a collection, which every seed has. */
export function firstOf(collection: string, world: World): Item {
  const [first] = world.store.all(collection);
  if (!first) throw new Error(`The seed has nothing in ${collection}.`);
  return first;
}
