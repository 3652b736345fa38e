import { unprocessable } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { listOf, namedBy, oneOf, type Handlers } from "../store/call.js";
import { contains } from "../store/filters.js";
import { paginate } from "../store/page.js";
import { infrastructures } from "../store/relations.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import { refTo, type ComputedFields, type World } from "../world.js";
import { impactsOf } from "./impacts.js";
import { lifecycleCollections, phaseOf } from "./milestones.js";
import { importCatalog, nextImport } from "./catalog-import.js";
import { splitAtCommas } from "../values.js";

export const catalogHandlers: Handlers = {
  "GET /v1/environments/{environment_id}/services": (call, world) =>
    paginate(call, pointingAt("services", "environments", namedBy(call, "environment_id"), world)),
  "GET /v1/environments/{environment_id}/functionalities": (call, world) =>
    paginate(call, pointingAt("functionalities", "environments", namedBy(call, "environment_id"), world)),
  "GET /v1/functionalities/{functionality_id}/environments": (call) =>
    paginate(call, refs(namedBy(call, "functionality_id").data.environments)),
  "GET /v1/functionalities/{functionality_id}/services": (call, world) => ({
    services: servicesOf(namedBy(call, "functionality_id"), world),
  }),
  "GET /v1/services/{service_id}/environments": (call) =>
    paginate(call, refs(namedBy(call, "service_id").data.environments)),
  "GET /v1/services/{service_id}/dependencies": (call, world) => {
    const { id } = namedBy(call, "service_id");
    const all = world.store.all("service_dependencies");
    const side = (own: string, other: string) =>
      all
        .filter(({ data }) => data[own] === id)
        .map(({ data }) => ({ ...data, type: "hard", service: new Ref("services", String(data[other])) }));
    return {
      child_service_dependencies: side("service_id", "connected_service_id"),
      parent_service_dependencies: side("connected_service_id", "service_id"),
      service_dependencies: [],
    };
  },
  "GET /v1/services/{service_id}/available_downstream_dependencies": (call, world) =>
    paginate(call, unconnected(namedBy(call, "service_id"), world)),
  "GET /v1/services/{service_id}/available_upstream_dependencies": (call, world) =>
    paginate(call, unconnected(namedBy(call, "service_id"), world)),
  "POST /v1/services/service_links": ({ body }, world) => {
    const ids = splitAtCommas(String(body.external_service_ids));
    return ids.map((id) => ({
      status_code: 201,
      service: linkService(id, String(body.integration), world),
    }));
  },
  "DELETE /v1/services/{service_id}/service_links/{remote_id}": (call, world) => {
    const service = namedBy(call, "service_id");
    const kept = ((service.data.external_resources ?? []) as Fields[]).filter(
      ({ remote_id }) => remote_id !== call.params.remote_id,
    );
    world.change(service, { external_resources: kept });
    return null;
  },
  "POST /v1/services/{service_id}/checklist_response/{checklist_id}": (call, world) => {
    const service = namedBy(call, "service_id");
    const checks = { ...(service.data.checks as Fields), [String(call.body.check_id)]: call.body.status };
    world.change(service, {
      checks,
      completed_checks: Object.values(checks).filter(Boolean).length,
      service_checklist_updated_at: world.stamp(),
    });
    return {};
  },
  "GET /v1/infrastructures": (call, world) => {
    const types = listOf(call, "type").map((type) =>
      type.toLowerCase().replace(/y$/, "ie").replace(/s?$/, "s"),
    );
    const text = oneOf(call, "query");
    const places = infrastructures.filter((place) => types.length === 0 || types.includes(place));
    const found = places
      .flatMap((place) => world.store.all(place))
      .filter(({ data }) => !text || contains(data.name, text));
    return paginate(
      call,
      found.map((item) => ({
        type: singular(item.collection),
        infrastructure: { id: item.id, name: item.data.name },
      })),
    );
  },
  "POST /v1/service_dependencies": ({ body }, world) => {
    if (body.service_id === body.connected_service_id)
      throw unprocessable("A service can't depend on itself");
    const service = pointer("services", String(body.service_id), world);
    const connected_service = pointer("services", String(body.connected_service_id), world);
    return world.add("service_dependencies", { ...body, service, connected_service });
  },
  "GET /v1/users/{id}/services": (call, world) => {
    const teams = world.store.all("teams").filter((team) => memberIds(team).includes(String(call.params.id)));
    return [{ data: teams, pagination: null }];
  },
  "POST /v1/catalogs/{catalog_id}/ingest": (call, world) =>
    importCatalog(namedBy(call, "catalog_id"), call.body, world),
  "GET /v1/catalogs/{catalog_id}/refresh": (call, world) => {
    nextImport(namedBy(call, "catalog_id"), [], world);
    return null;
  },
};

export const catalogFields: ComputedFields = {
  services: {
    active_incidents: (item, world) => activeOn(item, world),
    // Environments and functionalities list what they contain. Links of a service are searched from both sides.
    functionalities: (item, world) =>
      unique([...refs(item.data.functionalities), ...pointingAt("functionalities", "services", item, world)]),
  },
  environments: {
    active_incidents: (item, world) => activeOn(item, world),
    services: (item, world) =>
      unique([...refs(item.data.services), ...pointingAt("services", "environments", item, world)]),
    functionalities: (item, world) =>
      unique([
        ...refs(item.data.functionalities),
        ...pointingAt("functionalities", "environments", item, world),
      ]),
  },
  functionalities: {
    active_incidents: (item, world) => activeOn(item, world),
    services: (item, world) => servicesOf(item, world),
  },
  teams: {
    owned_services: (item, world) => ownedBy("services", item, world),
    services: (item, world) => ownedBy("services", item, world),
    owned_functionalities: (item, world) => ownedBy("functionalities", item, world),
    functionalities: (item, world) => ownedBy("functionalities", item, world),
    owned_runbooks: (item, world) => ownedBy("runbooks", item, world),
    owned_checklist_templates: (item, world) => ownedBy("checklist_templates", item, world),
    responding_services: (item, world) => pointingAt("services", "teams", item, world),
    default_signals_escalation_policy: (item, world) =>
      world.store.children("teams/escalation_policies", item.id).find(({ data }) => data.default === true) ??
      null,
  },
};

function activeOn(item: Item, world: World): string[] {
  const active = world.cached("active", ["incidents", ...lifecycleCollections], () =>
    world.store
      .all("incidents")
      .filter((incident) => ["started", "active"].includes(phaseOf(incident, world))),
  );
  return active
    .filter((incident) => impactsOf(incident).some(({ impact }) => impact.id === item.id))
    .map(({ id }) => id);
}

/** Items in a collection that point at an item by one of their fields. */
function pointingAt(collection: string, field: string, item: Item, world: World): Ref[] {
  return world.store
    .all(collection)
    .filter(({ data }) => refs(data[field]).some(({ id }) => id === item.id))
    .map(refTo);
}

function servicesOf(functionality: Item, world: World): Ref[] {
  return unique([
    ...refs(functionality.data.services),
    ...pointingAt("services", "functionalities", functionality, world),
  ]);
}

function ownedBy(collection: string, team: Item, world: World): Ref[] {
  return world.store
    .all(collection)
    .filter(({ data }) => data.owner instanceof Ref && data.owner.id === team.id)
    .map(refTo);
}

function unconnected(service: Item, world: World): Item[] {
  const dependencies = world.store
    .all("service_dependencies")
    .map(({ data }) => [data.service_id, data.connected_service_id]);
  const connected = new Set(dependencies.filter((pair) => pair.includes(service.id)).flat());
  return world.store.all("services").filter(({ id }) => id !== service.id && !connected.has(id));
}

function linkService(remote: string, integration: string, world: World): Item {
  const resource = {
    remote_id: remote,
    name: remote,
    connection_type: integration,
    created_at: world.stamp(),
    updated_at: world.stamp(),
  };
  return world.add("services", { name: remote, slug: remote, labels: {}, external_resources: [resource] });
}

function refs(field: unknown): Ref[] {
  return Array.isArray(field) ? field.filter((entry) => entry instanceof Ref) : [];
}

function unique(all: readonly Ref[]): Ref[] {
  return [...new Map(all.map((ref) => [ref.id, ref])).values()];
}

function memberIds(team: Item): string[] {
  return ((team.data.memberships ?? []) as Fields[]).map(({ user_id }) => String(user_id));
}

function singular(collection: string): string {
  return collection.replace(/ies$/, "y").replace(/s$/, "");
}
