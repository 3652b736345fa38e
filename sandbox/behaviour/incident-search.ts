import { contains, hasTags } from "../store/filters.js";
import { listOf, momentOf, oneOf, type Call } from "../store/call.js";
import { unprocessable } from "../api-error.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";
import { impacted } from "./impacts.js";
import { phaseOfMilestone, reachedAt } from "./milestones.js";

type Test = (incident: Item) => boolean;

/** The incidents that match a query, newest first. The metrics take the same filters. */
export function searchIncidents(call: Call, world: World): Item[] {
  const filtered = savedFilters(call, world);
  const archived = oneOf(filtered, "archived") === "true";
  const all = archived
    ? world.store.everything("incidents").filter((incident) => incident.archived)
    : world.store.all("incidents");
  const tests = testsOf(filtered, world);
  const found = all.filter((incident) => tests.every((test) => test(incident)));
  const key = (incident: Item): string => String(incident.data.started_at);
  return found.sort((a, b) =>
    key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : Number(b.data.number) - Number(a.data.number),
  );
}

/** The incidents that match a query and count in metrics. Practice incidents do not count. */
export function measuredIncidents(call: Call, world: World): Item[] {
  return searchIncidents(call, world).filter(isMeasured);
}

/** Whether an incident counts in metrics. */
export function isMeasured({ data }: Item): boolean {
  return data.severity !== "GAMEDAY";
}

function savedFilters(call: Call, world: World): Call {
  const id = oneOf(call, "saved_search_id");
  if (!id) return call;
  const search = world.store.find("saved_searches", id);
  if (!search) throw unprocessable(`Saved search ${id} does not exist`);
  const saved = Object.entries((search.data.filter_values ?? {}) as Fields).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(",") : String(value)] as const,
  );
  return { ...call, query: { ...Object.fromEntries(saved), ...call.query } };
}

/** Filters that are absent cost nothing. */
function testsOf(call: Call, world: World): Test[] {
  const lists = Object.entries(listFilters).flatMap(([name, test]) => {
    const wanted = listOf(call, name);
    return wanted.length > 0 ? [test(wanted, world, call)] : [];
  });
  const texts = Object.entries(textFilters).flatMap(([name, fields]) => {
    const wanted = oneOf(call, name);
    return wanted ? [({ data }: Item) => fields.some((field) => contains(data[field], wanted))] : [];
  });
  const unset = Object.entries(unsetFilters).flatMap(([name, test]) =>
    oneOf(call, name) === "true" ? [test] : [],
  );
  return [...lists, ...texts, ...unset, ...ranges(call)];
}

/** Filters with a list of values, by query parameter. */
const listFilters: Readonly<Record<string, (wanted: string[], world: World, call: Call) => Test>> = {
  severities: oneOfField("severity"),
  priorities: oneOfField("priority"),
  current_milestones: oneOfField("current_milestone"),
  status: hasStatus,
  services: hits("services"),
  environments: hits("environments"),
  functionalities: hits("functionalities"),
  excluded_infrastructure_ids:
    (wanted) =>
    ({ data }) =>
      !impactIds(data).some((id) => wanted.includes(id)),
  incident_type_id:
    (wanted) =>
    ({ data }) =>
      wanted.includes(String(data.incident_type_id ?? "is_empty")),
  teams: (wanted, world) => (incident) =>
    hasTeam(incident, wanted, world) || ownsImpacted(incident, wanted, world),
  assigned_teams: (wanted, world) => (incident) => hasTeam(incident, wanted, world),
  attached_runbooks: hasChild("runbooks/executions", "runbook_id"),
  retrospective_templates: hasChild("incidents/retrospectives", "retrospective_template_id"),
  "custom_fields[field_id]": (wanted, _, call) =>
    hasCustomField(wanted, listOf(call, "custom_fields[value]")),
  tags:
    (_wanted, _, call) =>
    ({ data }) =>
      hasTags(data.tag_list, call),
};

/** Filters that search a text in fields. */
const textFilters: Readonly<Record<string, readonly string[]>> = {
  query: ["name", "summary", "description"],
  name: ["name"],
};

const unsetFilters: Readonly<Record<string, Test>> = {
  severity_not_set: ({ data }) => !data.severity || data.severity === "UNSET",
  priority_not_set: ({ data }) => !data.priority,
};

function ranges(call: Call): Test[] {
  const day = 86_400_000;
  const field = (name: string) => (incident: Item) => Date.parse(String(incident.data[name]));
  const milestone = (slug: string) => (incident: Item) => reachedAt(incident, slug) ?? Number.NaN;
  const from = (name: string, at: (incident: Item) => number): Test[] => {
    const limit = momentOf(call, name);
    return limit === undefined ? [] : [(incident) => at(incident) >= limit];
  };
  const until = (name: string, at: (incident: Item) => number): Test[] => {
    const limit = momentOf(call, name);
    // A date without a time means the whole day.
    const end = /^\d{4}-\d{2}-\d{2}$/.test(oneOf(call, name) ?? "") ? day - 1 : 0;
    return limit === undefined ? [] : [(incident) => at(incident) <= limit + end];
  };
  return [
    ...from("start_date", field("started_at")),
    ...until("end_date", field("started_at")),
    ...from("created_at_or_after", field("created_at")),
    ...until("created_at_or_before", field("created_at")),
    ...from("updated_after", field("updated_at")),
    ...until("updated_before", field("updated_at")),
    ...from("resolved_at_or_after", milestone("resolved")),
    ...until("resolved_at_or_before", milestone("resolved")),
    ...from("closed_at_or_after", milestone("closed")),
    ...until("closed_at_or_before", milestone("closed")),
  ];
}

function oneOfField(name: string): (wanted: string[]) => Test {
  return (wanted) => {
    const set = new Set(wanted.map((value) => value.toLowerCase()));
    return ({ data }) => set.has(String(data[name]).toLowerCase());
  };
}

function hits(collection: string): (wanted: string[]) => Test {
  return (wanted) => (incident) => {
    const ids = impacted(incident, collection).map(({ id }) => id);
    return ids.length === 0 ? wanted.includes("is_empty") : ids.some((id) => wanted.includes(id));
  };
}

function hasChild(collection: string, field: string): (wanted: string[], world: World) => Test {
  return (wanted, world) => (incident) =>
    world.store.children(collection, incident.id).some(({ data }) => wanted.includes(String(data[field])));
}

/** `active` and `inactive` compare the phase. Other values name a milestone or a phase. */
function hasStatus(wanted: readonly string[], world: World): Test {
  return ({ data }) => {
    const slug = String(data.current_milestone);
    const phase = phaseOfMilestone(slug, world) ?? "started";
    const active = ["started", "active"].includes(phase);
    const has = (status: string): boolean => {
      if (["active", "open", "opened"].includes(status)) return active;
      return status === "inactive" ? !active : status === slug || status === phase;
    };
    return wanted.some(has);
  };
}

function impactIds(data: Fields): string[] {
  return ((data.impacts ?? []) as { impact: { id: string } }[]).map(({ impact }) => impact.id);
}

function hasTeam(incident: Item, wanted: readonly string[], world: World): boolean {
  const assigned = world.store.children("incidents/team_assignments", incident.id);
  if (assigned.length === 0) return wanted.includes("is_empty");
  return assigned.some(({ data }) => wanted.includes(String(data.team_id)));
}

function ownsImpacted(incident: Item, wanted: readonly string[], world: World): boolean {
  return impacted(incident, "services").some((service) => {
    const owner = world.resolve(service)?.data.owner as { id?: string } | null | undefined;
    return owner?.id !== undefined && wanted.includes(owner.id);
  });
}

function hasCustomField(fields: readonly string[], values: readonly string[]): Test {
  return ({ data }) => {
    const held = ((data.custom_fields ?? []) as Fields[]).filter(({ field_id }) =>
      fields.includes(String(field_id)),
    );
    if (values.length === 0) return held.length === 0;
    return held.some(({ value_string, value_array }) =>
      [value_string, value_array].flat().some((value) => values.includes(String(value))),
    );
  };
}
