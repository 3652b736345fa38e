import { notFound } from "../api-error.js";
import { namedBy, oneOf, type Handlers } from "../store/call.js";
import { paginate } from "../store/page.js";
import type { Fields, Item } from "../store/store.js";
import type { ComputedFields, World } from "../world.js";

const connections = "integrations/connections";

export const integrationHandlers: Handlers = {
  "GET /v1/integrations/connections": (call, world) => {
    const slug = oneOf(call, "integration_slug");
    return paginate(
      call,
      world.store.all(connections).filter(({ data }) => !slug || data.integration_slug === slug),
    );
  },
  "POST /v1/integrations/connections/{slug}": ({ body, params }, world) => {
    const integration = world.store.all("integrations").find(({ data }) => data.slug === params.slug);
    if (!integration) throw notFound("integration", String(params.slug));
    const fields = {
      display_name: integration.data.name,
      details: {},
      authorized_by: world.author().name,
      ...body,
    };
    return world.add(connections, {
      ...fields,
      integration_slug: params.slug,
      integration_id: integration.id,
    });
  },
  "PATCH /v1/integrations/connections/{slug}/{connection_id}": ({ body, params }, world) =>
    world.change(connection(params, world), body),
  "PATCH /v1/integrations/connections/{slug}/{connection_id}/refresh": ({ params }, world) =>
    world.change(connection(params, world), {}),
  "GET /v1/integrations/statuses": (call, world) => paginate(call, statuses(world)),
  "GET /v1/integrations/statuses/{slug}": (call, world) =>
    paginate(
      call,
      statuses(world).filter(({ integration_slug }) => integration_slug === call.params.slug),
    ),
  "GET /v1/integrations/statuses/{slug}/{by_connection_id}": (call, world) =>
    statuses(world).find(({ connection_id }) => connection_id === call.params.by_connection_id) ??
    missing("connection", String(call.params.by_connection_id)),
  "GET /v1/integrations/authed_providers/{integration_slug}/{connection_id}": (call, world) =>
    paginate(call, world.store.children("integrations/authed_providers", String(call.params.connection_id))),
  "PATCH /v1/integrations/authed_providers/{integration_slug}/{connection_id}/{authed_provider_id}": (
    { params, body },
    world,
  ) => {
    const found = world.store.find("integrations/authed_providers", String(params.authed_provider_id));
    return found ? world.change(found, body) : missing("authed provider", String(params.authed_provider_id));
  },
  "GET /v1/integrations/slack/connections/{connection_id}/workspaces": (call, world) =>
    paginate(call, world.store.all("integrations/slack/workspaces")),
  "GET /v1/integrations/slack/usergroups": (call, world) =>
    paginate(call, world.store.all("integrations/slack/usergroups")),
  "GET /v1/integrations/statuspage/connections/{connection_id}/pages": (call) => {
    const { page_id, page_name } = namedBy(call, "connection_id").data;
    return paginate(call, [{ id: page_id, name: page_name }]);
  },
  "GET /v1/integrations/aws/cloudtrail_batches/{id}/events": (call, world) =>
    paginate(call, world.store.all("changes/events").slice(0, 3)),
  "GET /v1/integrations/confluence_cloud/connections/{id}/space/search": (call) =>
    paginate(call, [{ id: 1, name: "Operations" }]),
  "GET /v1/integrations/zendesk/{connection_id}/tickets/search": (call) => paginate(call, []),
};

export const integrationFields: ComputedFields = {
  integrations: {
    connections: (item, world) =>
      world.store.all(connections).filter(({ data }) => data.integration_id === item.id),
  },
};

function connection(params: Readonly<Record<string, string>>, world: World): Item {
  const found = world.store.find(connections, String(params.connection_id));
  if (found?.data.integration_slug !== params.slug || !found)
    return missing("connection", String(params.connection_id));
  return found;
}

function statuses(world: World): Fields[] {
  return world.store.all(connections).map(({ id, data }) => ({
    connection_id: id,
    integration_slug: data.integration_slug,
    status: "ok",
    check_type: "credentials",
    message: "Connected",
    checked_at: data.updated_at,
    data: {},
  }));
}

function missing(kind: string, id: string): never {
  throw notFound(kind, id);
}
