import { notFound, unprocessable } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { namedBy, oneOf, type Call, type Handlers } from "../store/call.js";
import { slugOf } from "../store/crud.js";
import { paginate } from "../store/page.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import type { ComputedFields, World } from "../world.js";

export const settingsHandlers: Handlers = {
  "GET /v1/lifecycles/phases": (_call, world) => ({ data: world.store.all("lifecycles/phases") }),
  "GET /v1/incident_roles/{incident_role_id}": ({ params }, world) => {
    // Reading an archived role works and shows its discarded_at.
    const role = world.store.peek("incident_roles", String(params.incident_role_id));
    if (!role) throw notFound("incident role", String(params.incident_role_id));
    return role;
  },
  "GET /v1/severity_matrix": (_call, world) => matrixOf(world),
  "PATCH /v1/severity_matrix": ({ body }, world) => {
    const cells = body.data as Fields[];
    for (const { severity, condition_id, impact_id } of cells) {
      pointer("severity_matrix/conditions", String(condition_id), world);
      pointer("severity_matrix/impacts", String(impact_id), world);
      if (!world.store.find("severities", String(severity)))
        throw unprocessable(`severity ${String(severity)} does not exist`);
    }
    for (const cell of world.store.all("severity_matrix/cells")) world.remove(cell);
    for (const cell of cells) world.add("severity_matrix/cells", cell);
    return matrixOf(world);
  },
  "POST /v1/severity_matrix/impacts": ({ body }, world) => {
    const place = placeOf(String(body.affects_type));
    const affected = world.resolve(pointer(place, String(body.affects_id), world)) as Item;
    const position = body.position ?? world.store.all("severity_matrix/impacts").length;
    return world.add("severity_matrix/impacts", {
      ...body,
      name: affected.data.name,
      type: place.replace(/ies$/, "y").replace(/s$/, ""),
      position,
    });
  },
  "GET /v1/custom_fields/definitions/{field_id}/select_options": (call) => {
    const options = (namedBy(call, "field_id").data.permissible_values ?? []) as string[];
    const text = (oneOf(call, "query") ?? "").toLowerCase();
    return {
      ...namedBy(call, "field_id").data,
      permissible_values: options.filter((value) => value.toLowerCase().includes(text)),
    };
  },
  "GET /v1/incident_tags": (call, world) => paginate(call, tags(call, world, "incidents")),
  "GET /v1/ticketing/ticket_tags": (call, world) => paginate(call, tags(call, world, "ticketing/tickets")),
  "POST /v1/incident_tags/validate": (call) => {
    const given = (Array.isArray(call.payload) ? call.payload : []) as string[];
    const bad = given.filter((tag) => !/^[\p{L}\p{N} _.:-]{1,64}$/u.test(tag));
    if (bad.length > 0)
      throw unprocessable(
        "Some tags are not valid",
        bad.map((tag) => `${tag} is not valid`),
      );
    return given.map((name) => ({ name }));
  },
  "GET /v1/roles": (call, world) => paginate(call, world.store.all("roles")),
  "POST /v1/roles": ({ body }, world) =>
    world.add("roles", {
      slug: slugOf(String(body.name)),
      built_in: false,
      read_only: false,
      ...body,
      permissions: permissionsOf(body.permissions, world),
    }),
  "PATCH /v1/roles/{id}": (call, world) => {
    const { permissions, ...rest } = call.body;
    const known = permissions === undefined ? {} : { permissions: permissionsOf(permissions, world) };
    return world.change(namedBy(call, "id"), { ...rest, ...known });
  },
  "GET /v1/permissions": (_call, world) => ({ data: world.store.all("permissions") }),
  "GET /v1/permissions/current_user": (_call, world) => ({ data: world.store.all("permissions") }),
  "GET /v1/permissions/team": (_call, world) => ({ data: world.store.all("permissions") }),
  "GET /v1/ai/preferences": (_call, world) => preferences(world),
  "PATCH /v1/ai/preferences": ({ body }, world) => world.change(preferences(world), body),
  "GET /v1/form_configurations/{slug}": ({ params }) => {
    if (!forms.has(String(params.slug))) throw notFound("form", String(params.slug));
    return {
      fields: JSON.stringify([
        { slug: "name", type: "text", required: true },
        { slug: "severity", type: "select" },
      ]),
      show_incident_types: "true",
    };
  },
  "GET /v1/form_configurations/{slug}/append_data_on_select/{field_id}/{selected_value}": (
    { params },
    world,
  ) => {
    const type = world.store.find("incident_types", String(params.selected_value));
    return { template: type?.data.template ?? {} };
  },
  "GET /v1/saved_searches/{resource_type}": (call, world) => paginate(call, savedSearches(call, world)),
  "POST /v1/saved_searches/{resource_type}": ({ body, params }, world) =>
    world.add(
      "saved_searches",
      { is_private: false, user_id: world.actor()?.id, ...body, ...params },
      { resource_type: String(params.resource_type) },
    ),
  "POST /v1/checklist_templates": ({ body }, world) => {
    const owner = body.team_id ? pointer("teams", String(body.team_id), world) : null;
    const connected = ((body.connected_services ?? []) as Fields[]).map(({ id }) =>
      pointer("services", String(id), world),
    );
    const checks = ((body.checks ?? []) as Fields[]).map((check) => ({
      id: world.random.uuid(),
      status: false,
      ...check,
    }));
    return world.add("checklist_templates", { ...body, owner, connected_services: connected, checks });
  },
};

export const settingsFields: ComputedFields = {
  "lifecycles/phases": {
    milestones: (item, world) => {
      const own = world.store.all("lifecycles/milestones").filter(({ data }) => data.phase_id === item.id);
      return own.sort((a, b) => Number(a.data.position) - Number(b.data.position));
    },
  },
  incident_types: {
    template_values: ({ data }, world) => templateValues((data.template ?? {}) as Fields, world),
  },
};

const forms = new Set(["incidents", "incident", "declare_incident", "update_incident", "ticket", "practice"]);

function matrixOf(world: World): Fields {
  return {
    conditions: world.store.all("severity_matrix/conditions"),
    impacts: world.store.all("severity_matrix/impacts"),
    matrix: world.store.all("severity_matrix/cells"),
  };
}

function placeOf(type: string): string {
  const name = type.toLowerCase();
  if (name.startsWith("env")) return "environments";
  return name.startsWith("func") ? "functionalities" : "services";
}

function tags(call: Call, world: World, collection: string): Fields[] {
  const prefix = (oneOf(call, "prefix") ?? "").toLowerCase();
  const all = world.store.all(collection).flatMap(({ data }) => (data.tag_list ?? []) as string[]);
  return [...new Set(all)]
    .filter((tag) => tag.toLowerCase().startsWith(prefix))
    .sort()
    .map((name) => ({ name }));
}

function permissionsOf(slugs: unknown, world: World): Ref[] {
  return ((slugs ?? []) as string[]).map((slug) => {
    const known =
      world.store.find("permissions", slug) ??
      world.add("permissions", { id: slug, slug, display_name: slug.replaceAll("_", " "), available: true });
    return new Ref("permissions", known.id);
  });
}

function preferences(world: World): Item {
  const on = {
    ai: true,
    description: true,
    followups: true,
    impact: true,
    retros: true,
    similar_incidents: true,
    summaries: true,
    updates: true,
  };
  return world.store.all("ai/preferences")[0] ?? world.add("ai/preferences", on);
}

function savedSearches(call: Call, world: World): Item[] {
  const text = (oneOf(call, "query") ?? "").toLowerCase();
  const user = oneOf(call, "user_id");
  return world.store
    .children("saved_searches", String(call.params.resource_type))
    .filter(({ data }) => String(data.name).toLowerCase().includes(text) && (!user || data.user_id === user));
}

function templateValues(template: Fields, world: World): Fields {
  const impacts = (template.impacts ?? []) as Fields[];
  const of = (type: string): Fields[] => impacts.filter((impact) => impact.type === type);
  const teams = ((template.team_ids ?? template.teams ?? []) as unknown[]).map((id) =>
    id instanceof Ref ? id : world.store.peek("teams", String(id)),
  );
  return {
    services: of("service"),
    environments: of("environment"),
    functionalities: of("functionality"),
    teams,
    runbooks: {},
  };
}
