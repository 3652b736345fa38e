import type { Fields, Item } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { firstOf, named } from "./organisation.js";
import { plantStatusPages } from "./status-pages.js";

const hour = 3_600_000;

/** Status pages, ticketing, changes, webhooks, and records that the API can only read. */
export function plantSurroundings(world: World): void {
  plantStatusPages(world);
  plantTicketing(world);
  plantChanges(world);
  plantReadOnly(world);
}

function plantTicketing(world: World): void {
  ["Urgent", "Normal", "Low"].forEach((name, position) =>
    world.add("ticketing/priorities", { name, position }),
  );
  const project = world.add("ticketing/projects", { name: "Reliability", connection_slug: "jira" });
  const connection_id = firstOf("integrations/connections", world).id;
  world.add(
    "ticketing/projects/field_maps",
    { connection_id, connection_type: "jira", body: [], ticketing_project_id: project.id },
    { ticketing_project_id: project.id },
  );
  world.add(
    "ticketing/projects/provider_project_configurations",
    {
      connection_id,
      connection_type: "jira",
      details: {},
      ticketing_project_id: project.id,
      ticketing_project_name: "Reliability",
    },
    { ticketing_project_id: project.id },
  );
  const field = world.random.uuid();
  world.add("ticketing/custom_fields/definitions", {
    id: field,
    field_id: field,
    display_name: "Sprint",
    slug: "sprint",
    field_type: "text",
    required: "false",
    permissible_values: [],
  });
}

function plantChanges(world: World): void {
  const services = world.store.all("services");
  const production = refTo(named("environments", "Production", world));
  const now = world.now().getTime();
  world.add("changes", {
    summary: "Shop on the new database",
    description: "Moves table by table.",
    labels: { project: "move" },
  });
  const times = Array.from({ length: 60 }, () => world.random.between(1, 60 * 24)).sort((a, b) => b - a);
  for (const hours of times) {
    const service = world.random.pick(services);
    const starts_at = world.stamp(now - hours * hour);
    const author = { ...world.author(), source: "ci" };
    const version = `${world.random.between(1, 9)}.${world.random.between(0, 40)}.0`;
    const fields = {
      summary: `Deploy ${String(service.data.name)} ${version}`,
      starts_at,
      ends_at: world.stamp(now - hours * hour + 240_000),
      duration_ms: 240_000,
      authors: [author],
      services: [refTo(service)],
      environments: [production],
      labels: { version },
      attachments: [],
      identities: [],
      related_changes: [],
    };
    world.at(now - hours * hour, () => world.add("changes/events", fields));
  }
}

/** Records that the API only shows, such as old schedules and entitlements. */
function plantReadOnly(world: World): void {
  plantMaintenance(world);
  const add = (collection: string, fields: Fields): Item => world.add(collection, fields);
  plantKinds(add);
  plantSignals(add);
  plantWebhook(world);
  const actor = world.author();
  for (const action of ["service.updated", "team.updated", "api_key.created"])
    add("audit_events", { action, actor, resource_type: action.split(".")[0] });
}

type Add = (collection: string, fields: Fields) => Item;

function plantMaintenance(world: World): void {
  const day = new Date(world.now().getTime() + 48 * hour);
  const impacts = [
    {
      id: world.random.uuid(),
      type: "service",
      impact: refTo(named("services", "Production-DB", world)),
      condition: refTo(firstOf("severity_matrix/conditions", world)),
    },
  ];
  world.add("scheduled_maintenances", {
    name: "Database upgrade",
    summary: "Minor version, with a short failover.",
    description: null,
    starts_at: day,
    ends_at: new Date(day.getTime() + hour),
    impacts,
    status_pages: [],
    labels: {},
  });
}

function plantKinds(add: Add): void {
  add("change_types", { name: "Deploy" });
  add("change_types", { name: "Configuration" });
  add("schedules", { name: "Legacy rota", integration: "pager_duty", discarded: false });
  add("entitlements", {
    name: "Incidents",
    slug: "incidents",
    available: true,
    exists: true,
    current_count: 303,
    maximum: null,
    errors: [],
    tier: "enterprise",
    type: "quota",
  });
  add("processing_log_entries", {
    level: "info",
    message: "Signal received.",
    message_type: "custom",
    context: {},
  });
}

function plantSignals(add: Add): void {
  add("signals/notification_policy_items", {
    max_delay: "PT5M",
    notification_group_method: "push",
    priority: "HIGH",
  });
  add("signals/event_sources", {
    id: "generic",
    slug: "generic",
    name: "Generic",
    description: "Takes any JSON.",
    editable: false,
    expression: "",
    tags: [],
    ingest_url: "https://signals.firehydrant.example/v1/ingest/generic",
  });
  add("signals/email_targets", {
    name: "Alerts by mail",
    slug: "alerts",
    email: "alerts@signals.example",
    rules: [],
    allowed_senders: [],
    rule_matching_strategy: "all",
  });
  add("signals/webhook_targets", {
    name: "Chat bridge",
    url: "https://hooks.lighthouse-goods.example/chat",
    description: null,
  });
}

function plantWebhook(world: World): void {
  const webhook = world.add("webhooks", {
    url: "https://hooks.lighthouse-goods.example/incidents",
    state: "active",
    subscriptions: "incidents",
    created_by: world.author(),
  });
  world.add(
    "webhooks/deliveries",
    { status_code: 200, attempts: 1, duration: 84, error: null, headers: {} },
    { webhook_id: webhook.id },
  );
}
