import { notFound, unprocessable } from "../api-error.js";
import { absorb, pointer, target } from "../store/absorb.js";
import { listOf, namedBy, oneOf, type Call, type Handlers } from "../store/call.js";
import { slugOf } from "../store/crud.js";
import { paginate } from "../store/page.js";
import type { Fields, Item } from "../store/store.js";
import type { ComputedFields, World } from "../world.js";
import { readExpression } from "./cel.js";

const rules = "/v1/teams/{team_id}/signal_rules";

export const signalHandlers: Handlers = {
  "POST /v1/teams": ({ body }, world) =>
    world.add("teams", {
      slug: slugOf(String(body.name)),
      ...teamFields(body, world),
      created_by: world.author(),
    }),
  "PATCH /v1/teams/{team_id}": (call, world) =>
    world.change(namedBy(call, "team_id"), teamFields(call.body, world)),
  "POST /v1/signals/email_targets": ({ body }, world) => {
    const slug = String(body.slug ?? slugOf(String(body.name)));
    const fields = {
      rules: [],
      allowed_senders: [],
      ...absorb(body, world),
      // A null strategy also means the default.
      rule_matching_strategy: body.rule_matching_strategy ?? "all",
      slug,
      email: emailOf(slug),
    };
    return world.add("signals/email_targets", { ...fields, created_by: world.author() });
  },
  "PATCH /v1/signals/email_targets/{id}": (call, world) => {
    const { slug } = call.body;
    const address = slug ? { email: emailOf(String(slug)) } : {};
    return world.change(namedBy(call, "id"), { ...absorb(call.body, world), ...address });
  },
  [`POST ${rules}`]: (call, world) => {
    readExpression(call.body.expression);
    const fields = { create_incident_condition_when: "WHEN_UNSPECIFIED", ...absorb(call.body, world) };
    const parents = { team_id: namedBy(call, "team_id").id };
    return world.add("teams/signal_rules", { ...fields, created_by: world.author() }, parents);
  },
  [`PATCH ${rules}/{id}`]: (call, world) => {
    if (call.body.expression !== undefined) readExpression(call.body.expression);
    return world.change(namedBy(call, "id"), absorb(call.body, world));
  },
  "PUT /v1/signals/event_sources": ({ body }, world) => {
    const fields = {
      ...body,
      expression: body.javascript,
      editable: true,
      ingest_url: ingestUrl(String(body.slug)),
      updated_by: world.author(),
    };
    const known = world.store.find("signals/event_sources", String(body.slug));
    return known
      ? world.change(known, fields)
      : world.add("signals/event_sources", { ...fields, id: body.slug, created_by: world.author() });
  },
  "GET /v1/signals/transposers": (call, world) => eventSources(call, world),
  "GET /v1/signals/event_sources": (call, world) => eventSources(call, world),
  "GET /v1/signals/ingest_url": (call, world) => ({ url: ingestUrl(aimOf(call, world)) }),
  "GET /v1/signals/hacker_mode": () => ({ enabled: false, url: ingestUrl("hacker"), url_key: "hacker" }),
  "GET /v1/signals/heartbeat_endpoints/addresses": (call, world) => ({
    data: heartbeats(listOf(call, "ids"), world).map(({ id, data }) => ({
      id,
      url: ingestUrl(`heartbeats/${String(data.slug)}`),
    })),
  }),
  "GET /v1/signals/heartbeat_endpoints/statuses": (call, world) => ({
    data: heartbeats(listOf(call, "ids"), world).map(({ id }) => ({
      id,
      status: "waiting",
      last_received_at: null,
    })),
  }),
  "GET /v1/signals/users/{user_id}/notification_settings": (call) => {
    const { email } = namedBy(call, "user_id").data;
    const setting = {
      id: namedBy(call, "user_id").id,
      delay: "PT0S",
      notification_priority: "HIGH",
      notification_type: "email",
      destination: { id: namedBy(call, "user_id").id, label: "Work", type: "email", value: email },
    };
    return paginate(call, [setting]);
  },
  "POST /v1/teams/{team_id}/call_routes": (call, world) => {
    const steps = ((call.body.steps ?? []) as Fields[]).map((step, position) => ({
      ...step,
      position,
      target: target(step.target_id, step.target_type, world),
    }));
    return world.add("teams/call_routes", { ...absorb(call.body, world), steps }, call.params);
  },
};

export const signalFields: ComputedFields = {
  "teams/signal_rules": { team_id: ({ parents }) => parents.team_id },
};

function teamFields(body: Fields, world: World): Fields {
  const { memberships, ...rest } = body;
  if (!Array.isArray(memberships)) return rest;
  return {
    ...rest,
    memberships: (memberships as Fields[]).map((membership) => membershipOf(membership, world)),
  };
}

function membershipOf(given: Fields, world: World): Fields {
  const { user_id, incident_role_id, signals_on_call_schedule_id, schedule_id } = given;
  return {
    user_id,
    user: user_id ? pointer("users", String(user_id), world) : null,
    default_incident_role: incident_role_id
      ? pointer("incident_roles", String(incident_role_id), world)
      : null,
    schedule: schedule_id ? pointer("schedules", String(schedule_id), world) : null,
    signals_on_call_schedule: signals_on_call_schedule_id
      ? pointer("teams/on_call_schedules", String(signals_on_call_schedule_id), world)
      : null,
  };
}

/** The part of an ingest URL that names the direct target of signals; empty if the query names none. */
function aimOf(call: Call, world: World): string {
  const aims = [
    ["escalation_policy_id", "teams/escalation_policies"],
    ["on_call_schedule_id", "teams/on_call_schedules"],
    ["team_id", "teams"],
    ["user_id", "users"],
  ] as const;
  const found = aims.find(([name]) => oneOf(call, name));
  if (!found) return "default";
  const [name, collection] = found;
  const id = String(oneOf(call, name));
  pointer(collection, id, world);
  if (collection.startsWith("teams/") && !oneOf(call, "team_id"))
    throw unprocessable(`${name} needs team_id too`);
  return `${collection.split("/").at(-1)}/${id}`;
}

function eventSources(call: Call, world: World): Fields {
  const aim = aimOf(call, world);
  const data = world.store.all("signals/event_sources").map(({ data }) => ({
    ...data,
    ingest_url: aim === "default" ? data.ingest_url : ingestUrl(`${aim}/${String(data.slug)}`),
  }));
  return { data };
}

function ingestUrl(tail: string): string {
  return `https://signals.firehydrant.example/v1/ingest/${tail}`;
}

function emailOf(slug: string): string {
  return `${slug}@signals.firehydrant.example`;
}

function heartbeats(ids: readonly string[], world: World): Item[] {
  return ids.map((id) => {
    const found = world.store.find("signals/heartbeat_endpoints", id);
    if (!found) throw notFound("heartbeat endpoint", id);
    return found;
  });
}
