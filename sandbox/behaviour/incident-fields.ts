import type { Fields, Item } from "../store/store.js";
import type { ComputedFields, World } from "../world.js";
import { incidentsOf } from "./alerts.js";
import { impacted } from "./impacts.js";
import {
  isoDuration,
  lifecycle,
  lifecycleCollections,
  phaseOf,
  reached,
  reachedAt,
  withDurations,
} from "./milestones.js";
import { lastUpdate } from "./events.js";

/** Computed fields of an incident. They are computed only if the contract asks for them. */
export const incidentFields: ComputedFields = {
  incidents: {
    active: (item, world) => ["started", "active"].includes(phaseOf(item, world)),
    services: (item) => impacted(item, "services"),
    environments: (item) => impacted(item, "environments"),
    functionalities: (item) => impacted(item, "functionalities"),
    milestones: (item) => withDurations(item),
    lifecycle_phases: byMilestones("lifecycle_phases", lifecycleCollections, phases),
    lifecycle_measurements: byMilestones(
      "lifecycle_measurements",
      ["lifecycles/measurement_definitions", ...lifecycleCollections],
      measurements,
    ),
    role_assignments: (item, world) =>
      world.store
        .children("incidents/role_assignments", item.id)
        .filter(({ data }) => data.status === "active"),
    team_assignments: (item, world) => world.store.children("incidents/team_assignments", item.id),
    status_pages: (item, world) => world.store.children("incidents/status_pages", item.id),
    last_note: (item, world) => world.store.children("incidents/notes", item.id).at(-1) ?? null,
    last_update: (item, world) => lastUpdate(item, world),
    incident_url: (item) => `https://app.firehydrant.example/incidents/${item.id}`,
    private_id: (item) => String(item.data.number),
    channel_name: (item) => `#incident-${String(item.data.number)}`,
    channel_status: () => "operational",
    incident_channels: (item) => [channelOf(item)],
    conference_bridges: () => [],
    incident_tickets: (item, world) => world.store.children("ticketing/tickets", item.id),
    conversations: (item) => [conversation(item)],
    organization: () => organization,
    organization_id: () => organization.id,
    severity_color: (item, world) =>
      world.store.peek("severities", String(item.data.severity))?.data.color ?? null,
    severity_condition_object: (item) => item.data.severity_condition ?? null,
    severity_impact_object: (item) => item.data.severity_impact ?? null,
    severity_condition: (item) => item.data.severity_condition_id ?? null,
    severity_impact: (item) => item.data.severity_impact_id ?? null,
    retro_exports: () => [],
    field_requirements: () => [],
  },
  alerts: {
    incidents: (item, world) => incidentsOf(item, world),
    duration_ms: ({ data }) => lasted(data),
    duration_iso8601: ({ data }) => (data.ends_at ? isoDuration(lasted(data) ?? 0) : null),
    child_alerts: () => [],
    parent_alerts: () => [],
    conversations: () => [],
  },
  "incidents/tasks": {},
};

export const organization = { id: "5a2d0f4e-3c1b-4b7a-9d52-1f6e0a9c7b11", name: "Lighthouse Goods" };

export function channelOf(incident: Item): Fields {
  const name = `#incident-${String(incident.data.number)}`;
  return {
    id: incident.id,
    name,
    source: "slack",
    source_id: `C${String(incident.data.number).padStart(6, "0")}`,
    source_name: "Slack",
    status: "operational",
    url: `https://chat.example/${name.slice(1)}`,
  };
}

function conversation(incident: Item): Fields {
  const id = incident.data.conversation_id;
  return {
    id,
    resource_class: "Incident",
    resource_id: incident.id,
    field: "conversation",
    comments_url: `/v1/conversations/${String(id)}/comments`,
  };
}

/**
 * Computes a field once for each list of milestones, until these collections change. A change of an incident's
 * milestones replaces the list.
 */
function byMilestones(
  name: string,
  collections: readonly string[],
  compute: (incident: Item, world: World) => Fields[],
): (incident: Item, world: World) => Fields[] {
  return (incident, world) => {
    const made = world.cached(name, collections, () => new WeakMap<readonly object[], Fields[]>());
    const milestones = reached(incident);
    const fields = made.get(milestones) ?? compute(incident, world);
    made.set(milestones, fields);
    return fields;
  };
}

function phases(incident: Item, world: World): Fields[] {
  const all = new Map(withDurations(incident).map((milestone) => [milestone.type, milestone]));
  const ordered = lifecycle(world);
  return world.store.all("lifecycles/phases").map(({ data }) => ({
    ...data,
    milestones: ordered
      .filter((milestone) => milestone.data.phase_id === data.id)
      .map((milestone) => {
        const { occurred_at, duration, updated_at } = all.get(milestone.data.slug) ?? {};
        return { ...milestone.data, occurred_at, duration, updated_at };
      }),
  }));
}

function measurements(incident: Item, world: World): Fields[] {
  return world.store.all("lifecycles/measurement_definitions").map(({ data }) => {
    const starts_at_milestone = slugOf(data.starts_at_milestone_id, world);
    const ends_at_milestone = slugOf(data.ends_at_milestone_id, world);
    const from = reachedAt(incident, starts_at_milestone);
    const to = reachedAt(incident, ends_at_milestone);
    const value = from === undefined || to === undefined ? null : isoDuration(to - from);
    return {
      ...data,
      starts_at_milestone,
      ends_at_milestone,
      value,
      calculated_at: value && (reached(incident).at(-1)?.updated_at ?? null),
    };
  });
}

function slugOf(id: unknown, world: World): string {
  return String(world.store.peek("lifecycles/milestones", String(id))?.data.slug);
}

function lasted(data: Fields): number | null {
  return data.ends_at ? Date.parse(String(data.ends_at)) - Date.parse(String(data.starts_at)) : null;
}
