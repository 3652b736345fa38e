import type { Fields } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { named } from "./organisation.js";

/** The company's configuration: incident types, retrospective templates, audiences, task lists, fields. */
export function plantPractice(world: World): void {
  plantTypes(world);
  plantTemplates(world);
  plantAudiences(world);
  plantLists(world);
  plantStatusUpdates(world);
  plantFields(world);
}

function plantAudiences(world: World): void {
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
}

/** A task list and a checklist. */
function plantLists(world: World): void {
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
}

function plantStatusUpdates(world: World): void {
  for (const [name, body] of [
    ["Looking into it", "We are looking into a problem with our shop."],
    ["Fixed", "The problem is fixed. Thank you for your patience."],
  ]) {
    world.add("status_update_templates", { name, body, discarded_at: null });
  }
}

/** A custom field, and a saved search. */
function plantFields(world: World): void {
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
  ["Engineering", "People who fix things.", false],
] as const;

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
