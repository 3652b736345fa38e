import type { Sandbox } from "../../../sandbox/sandbox.js";
import type { Operation, Parameter, Schema } from "../../../sandbox/contract/contract.js";
import type { Loose } from "./loose.js";

/** Rows of the sandbox's state, by collection. */
export type State = Record<string, Record<string, Loose>[]>;

/** The state, read by collection, because a whole dump before each request would take longer than the request. */
export function stateOf({ world }: Sandbox): State {
  const rows = (collection: string) =>
    world.store
      .everything(collection)
      .map(({ id, parents, archived, data }) => ({ id, ...data, archived, parents }));
  return new Proxy({}, { get: (_target, collection) => rows(String(collection)) });
}

/** Cases in which the newest record does not fit: a service cannot depend on itself, and a new runbook has no steps. */
const oldest = new Set(["connected_service_id", "runbook_id"]);

const incidentId = (state: State): string => newest(state, "incidents").id as string;

/**
 * The source of a value by its field's name. It is the test's own list, so that it can find faults in the sandbox's.
 */
const sources: Record<string, string> = {
  incident_id: "incidents",
  alert_id: "alerts",
  alert_ids: "alerts",
  assignee_id: "users",
  audience_id: "audiences",
  catalog_id: "catalogs",
  change_event_id: "changes/events",
  change_id: "changes",
  check_id: "checks",
  condition_id: "severity_matrix/conditions",
  connected_service_id: "services",
  conversation_id: "conversations",
  ends_at_milestone_id: "lifecycles/milestones",
  starts_at_milestone_id: "lifecycles/milestones",
  environment_id: "environments",
  functionality_id: "functionalities",
  environments: "environments",
  functionalities: "functionalities",
  services: "services",
  incident_role_id: "incident_roles",
  incident_type_id: "incident_types",
  phase_id: "lifecycles/phases",
  retrospective_template_id: "retrospective_templates",
  runbook_id: "runbooks",
  runbook_ids: "runbooks",
  action_id: "runbooks/actions",
  service_id: "services",
  task_list_id: "task_lists",
  team_id: "teams",
  team_ids: "teams",
  to_user_id: "users",
  user_id: "users",
  user_ids: "users",
  target_schedule_id: "teams/on_call_schedules",
  impact_id: "severity_matrix/impacts",
  affects_id: "services",
  severity: "severities",
  severity_slug: "severities",
  priority: "priorities",
  priority_slug: "priorities",
  retrospective_ids: "incidents/retrospectives",
  owner: "teams",
  teams: "teams",
  template_impacts: "services",
  connected_services: "services",
  connection_id: "integrations/connections",
  integration_id: "nunc_connections",
  status_pages: "nunc_connections",
  ids: "signals/heartbeat_endpoints",
};

export function newest(state: State, collection: string): Record<string, Loose> {
  const found = (state[collection] ?? []).filter((row) => !row.archived).at(-1);
  if (!found) throw new Error(`nothing in ${collection}`);
  return found;
}

/** A body that the contract accepts: the required fields, and one more if an update would be empty. */
export function bodyFor(operation: Operation, state: State): unknown {
  if (!operation.body || operation.method === "GET") return undefined;
  return sample(operation.body, "", state, operation);
}

function sample(schema: Schema, name: string, state: State, operation: Operation): Loose {
  if (name.endsWith("milestones") && schema.type === "array")
    return [{ type: "started", occurred_at: "2026-01-01T00:00:00.000Z" }];
  if (schema.enum) return schema.enum.find((value) => value);
  if (schema.type === "array") return [sample(schema.items ?? {}, name, state, operation)];
  if (schema.type === "object" || schema.properties) return record(schema, name, state, operation);
  if (schema.type === "integer") return name.endsWith("_position") ? 0 : 1;
  if (schema.type === "number") return 1;
  if (schema.type === "boolean") return true;
  return word(schema, name, state, operation);
}

function record(schema: Schema, name: string, state: State, operation: Operation): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const required = new Set(schema.required ?? []);
  for (const key of alsoNeeded(name, operation)) required.add(key);
  const wanted = properties.filter(([key]) => required.has(key));
  const simple = properties.filter(
    ([key, { type, enum: values }]) =>
      type === "string" &&
      !values &&
      ["name", "description", "summary", "title", "body", "url"].includes(key),
  );
  const chosen = new Map([...wanted, ...(wanted.length === 0 ? simple : [])]);
  return Object.fromEntries(
    [...chosen].map(([key, property]) => [
      key,
      sample(property, key === "id" ? name : key, state, operation),
    ]),
  );
}

/** Fields that the API requires, although the contract does not say so. */
function alsoNeeded(name: string, { method, path }: Operation): string[] {
  if (name === "strategy") return ["handoff_time", "handoff_day"];
  if (name === "Operations") return ["path", "value"];
  if (name === "" && method === "POST" && path.endsWith("/on_call_schedules"))
    return ["strategy", "time_zone"];
  return [];
}

let counter = 0;

function word(schema: Schema, name: string, state: State, operation: Operation): string {
  if (schema.format === "date-time")
    return name.startsWith("end") ? "2026-02-01T00:00:00.000Z" : "2026-01-01T00:00:00.000Z";
  if (schema.format === "date") return "2026-01-01";
  if (name === "start_time") return "2026-01-01T00:00:00Z";
  if (name === "end_time") return "2026-01-02T00:00:00Z";
  if (name === "execute_for") return `incident/${incidentId(state)}`;
  if (name === "related_change_event_id") return newest(state, "incidents/related_change_events").id;
  if (name === "targets") return newest(state, "teams/on_call_schedules").id;
  if (name === "target_id" || name === "target") return targetFor(operation, state);
  if (name === "impact" || name === "impacts" || (name === "" && operation.path.includes("/impact/")))
    return newest(state, "services").id;
  if (name === "type" && operation.path.includes("impacts")) return "service";
  if (name === "affects_type") return "service";
  if (name === "integration_slug") return "nunc";
  if (name === "time_zone") return "UTC";
  if (name === "handoff_time") return "09:00:00";
  if (name === "timeout") return "PT5M";
  if (name === "expression") return 'signal.level == "ERROR"';
  if (name === "slug") return `slug${(counter += 1)}`;
  if (name === "op") return "replace";
  if (name === "path") return operation.path.includes("Groups") ? "displayName" : "userName";
  if (name === "value" && operation.path.includes("Groups") && operation.method !== "PATCH")
    return newest(state, "users").id;
  if (name === "state" && operation.path.includes("/steps/")) return "completed";
  if (name === "data" && operation.path.includes("ingest")) return '[{"name":"imported-service"}]';
  if (name === "members" && operation.path.includes("scim")) return newest(state, "users").id;
  const source = sources[name];
  if (source && oldest.has(name))
    return key((state[source] as Record<string, Loose>[])[0] as Record<string, Loose>);
  if (source && state[source]?.length) return key(newest(state, source));
  if (name === "" && operation.path.endsWith("/alerts")) return newest(state, "alerts").id;
  counter += 1;
  return `${name || "text"} ${counter}`;
}

function key(row: Record<string, Loose>): string {
  return row.id as string;
}

function targetFor({ body }: Operation, state: State): string {
  const text = JSON.stringify(body);
  const first =
    /"target_type":\{[^}]*"enum":\["(\w+)"/.exec(text)?.[1] ??
    /"type":\{"type":"string","enum":\["(\w+)"/.exec(text)?.[1] ??
    "Team";
  const places: Record<string, string> = {
    EscalationPolicy: "teams/escalation_policies",
    OnCallSchedule: "teams/on_call_schedules",
    User: "users",
    Team: "teams",
  };
  return newest(state, places[first] ?? "teams").id;
}

function inputId(state: State): string {
  return newest(state, "incidents/retrospectives/fields").value?.[0]?.id ?? "practice";
}

/** The required query parameters of an operation. */
export function queryFor({ parameters }: Operation, state: State): string {
  const required = parameters.filter(
    (parameter: Parameter) => parameter.in === "query" && parameter.required,
  );
  const pairs = required.map(({ name, schema }) => [name, queryValue(name, schema, state)]);
  return pairs.length ? `?${new URLSearchParams(pairs as [string, string][]).toString()}` : "";
}

function queryValue(name: string, schema: Schema | undefined, state: State): string {
  if (schema?.format?.startsWith("date") || name.startsWith("period")) return "2026-01-01";
  if (name === "dynamic_input_field_id") return inputId(state);
  return name === "ids[]" ? newest(state, "signals/heartbeat_endpoints").id : "practice";
}
