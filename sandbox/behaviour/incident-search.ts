import { contains, hasTags } from "../store/filters.js";
import { listOf, momentOf, oneOf, type Call } from "../store/call.js";
import { unprocessable } from "../api-error.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";
import { impacted } from "./impacts.js";
import { phaseOfMilestone, reachedAt } from "./milestones.js";

type Test = (incident: Item) => boolean;

/** The incidents that a query asks for, newest first; the metrics take the same filters. */
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

/** The incidents that a query asks for and that count in metrics: practice does not. */
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
  const saved = Object.entries((search.data.filter_values ?? {}) as Fields).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(",") : String(value),
  ]);
  return { ...call, query: { ...Object.fromEntries(saved), ...call.query } };
}

/** Only the filters that are present become tests, so a plain list costs nothing. */
function testsOf(call: Call, world: World): Test[] {
  const tests: Test[] = [];
  const given = (name: string, test: (wanted: string[]) => Test): void => {
    const wanted = listOf(call, name);
    if (wanted.length > 0) tests.push(test(wanted));
  };
  const text = (name: string, fields: readonly string[]): void => {
    const wanted = oneOf(call, name);
    if (wanted) tests.push(({ data }) => fields.some((field) => contains(data[field], wanted)));
  };
  given("severities", oneOfField("severity"));
  given("priorities", oneOfField("priority"));
  given("current_milestones", oneOfField("current_milestone"));
  given("status", (wanted) => hasStatus(wanted, world));
  given("services", hits("services"));
  given("environments", hits("environments"));
  given("functionalities", hits("functionalities"));
  given(
    "excluded_infrastructure_ids",
    (wanted) =>
      ({ data }) =>
        !impactIds(data).some((id) => wanted.includes(id)),
  );
  given(
    "incident_type_id",
    (wanted) =>
      ({ data }) =>
        wanted.includes(String(data.incident_type_id ?? "is_empty")),
  );
  given(
    "teams",
    (wanted) => (incident) => hasTeam(incident, wanted, world) || ownsImpacted(incident, wanted, world),
  );
  given("assigned_teams", (wanted) => (incident) => hasTeam(incident, wanted, world));
  given(
    "attached_runbooks",
    (wanted) => (incident) =>
      world.store
        .children("runbooks/executions", incident.id)
        .some(({ data }) => wanted.includes(String(data.runbook_id))),
  );
  given(
    "retrospective_templates",
    (wanted) => (incident) =>
      world.store
        .children("incidents/retrospectives", incident.id)
        .some(({ data }) => wanted.includes(String(data.retrospective_template_id))),
  );
  given("custom_fields[field_id]", (wanted) => hasCustomField(wanted, listOf(call, "custom_fields[value]")));
  given(
    "tags",
    () =>
      ({ data }) =>
        hasTags(data.tag_list, call),
  );
  text("query", ["name", "summary", "description"]);
  text("name", ["name"]);
  if (oneOf(call, "severity_not_set") === "true")
    tests.push(({ data }) => !data.severity || data.severity === "UNSET");
  if (oneOf(call, "priority_not_set") === "true") tests.push(({ data }) => !data.priority);
  return [...tests, ...ranges(call)];
}

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
    // A plain date means that whole day.
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

/** `active` and `inactive` go by the phase; anything else names a milestone or a phase. */
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
