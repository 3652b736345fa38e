import type { Family } from "../../../sandbox/contract/families.js";
import { familyOfItem } from "../../../sandbox/contract/families.js";
import { newest, type State } from "./examples.js";
import type { Loose } from "./loose.js";

/** Values for path parameters that name no stored item. */
const plainValues: Record<string, string> = {
  type: "services",
  infra_type: "services",
  slug: "slack",
  integration_slug: "slack",
  resource_type: "incidents",
  language_code: "en",
  selected_value: "x",
  action_slug: "freeform",
  field: "channel",
  state: "completed",
  map_id: "",
  remote_id: "remote",
  transposer_slug: "generic",
};

const collections: Record<string, string> = {
  incident_id: "incidents",
  user_id: "users",
  team_id: "teams",
  conversation_id: "conversations",
  catalog_id: "catalogs",
  generated_summary_id: "audiences/summaries",
  checklist_id: "checklist_templates",
  infra_id: "services",
  by_connection_id: "integrations/connections",
  connection_id: "integrations/connections",
  authed_provider_id: "integrations/authed_providers",
  unsubscribe_token: "nunc/subscriptions",
  field_map_id: "ticketing/projects/field_maps",
  schedule_id: "teams/on_call_schedules",
};

/** Fills a path template with matching ids: from its last item upwards, with its parents. */
export function fillPath(template: string, families: readonly Family[], state: State): string {
  const known: Record<string, string> = {};
  const segments = template.split("/");
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const name = segments[index]?.match(/^\{(.+)\}$/)?.[1];
    if (!name || known[name] !== undefined) continue;
    const prefix = segments.slice(0, index + 1).join("/");
    const value = special(template, name, state);
    if (value !== undefined) {
      known[name] = value;
      continue;
    }
    const family = familyOfItem(families, prefix);
    const collection = family?.collection ?? collections[name];
    if (!collection) {
      known[name] = plainValues[name] ?? "practice";
      continue;
    }
    const row = newest(state, collection);
    known[name] = String(family ? row[family.key] : row.id);
    for (const [parent, id] of Object.entries((row.parents ?? {}) as Record<string, string>))
      known[parent] ??= id;
  }
  return segments
    .map((segment) =>
      encodeURI(segment.startsWith("{") ? (known[segment.slice(1, -1)] ?? "practice") : segment),
    )
    .join("/");
}

function special(template: string, name: string, state: State): string | undefined {
  if (
    template.includes("/integrations/slack/") &&
    name === "connection_id" &&
    template.endsWith("emoji_action_id}")
  )
    return undefined;
  if (name === "member_id") return "1001";
  if (template === "/v1/signals/alerts/{id}") return newest(state, "alerts").id;
  if (name === "step_id") return newest(state, "runbooks/executions").steps[0].id;
  if (template.includes("/steps/") && name === "execution_id") return newest(state, "runbooks/executions").id;
  if (template.endsWith("/impact/{type}/{id}") && name === "id") return impactedId(state);
  if (template.endsWith("/impact/{type}/{id}") && name === "incident_id") return hit(state).id;
  if (template.includes("conference_bridges/{id}") && name === "id")
    return newest(state, "incidents/conference_bridges").id;
  if (template.includes("conference_bridges/{id}") && name === "incident_id")
    return newest(state, "incidents/conference_bridges").parents.incident_id;
  if (template.includes("confluence_cloud") && name === "id")
    return newest(state, "integrations/connections").id;
  if (template.includes("/integrations/connections/{slug}")) {
    const row = newest(state, "integrations/connections");
    return name === "slug" ? row.integration_slug : row.id;
  }
  if (template.includes("authed_providers") && name === "connection_id")
    return newest(state, "integrations/authed_providers").parents.connection_id;
  if (template.includes("/users/{id}") && name === "id") return newest(state, "users").id;
  if (template.startsWith("/v1/form_configurations")) return name === "slug" ? "incidents" : "x";
  if (template.includes("/integrations/statuses/{slug}/"))
    return name === "slug"
      ? newest(state, "integrations/connections").integration_slug
      : newest(state, "integrations/connections").id;
  if (template.includes("/reports/{report_id}/fields/") && name === "field_id") return "summary";
  return undefined;
}

function hit(state: State): Record<string, Loose> {
  const found = (state.incidents ?? [])
    .filter((row) => !row.archived && row.impacts.some((impact: Loose) => impact.type === "service"))
    .at(-1);
  if (!found) throw new Error("no incident hits a service");
  return found;
}

function impactedId(state: State): string {
  return hit(state).impacts.find((impact: Loose) => impact.type === "service").id;
}
