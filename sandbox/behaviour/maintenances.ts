import { namedBy, type Handlers } from "../store/call.js";
import type { Fields } from "../store/store.js";
import type { World } from "../world.js";
import { makeImpact } from "./impacts.js";
import { findPage, nameOfPage } from "./status-pages.js";

export const maintenanceHandlers: Handlers = {
  "POST /v1/scheduled_maintenances": ({ body }, world) =>
    world.add("scheduled_maintenances", { labels: {}, impacts: [], status_pages: [], ...shown(body, world) }),
  "PATCH /v1/scheduled_maintenances/{scheduled_maintenance_id}": (call, world) =>
    world.change(namedBy(call, "scheduled_maintenance_id"), shown(call.body, world)),
};

/** A maintenance as the API shows it: components and conditions by name, status pages by the given id. */
function shown(body: Fields, world: World): Fields {
  const { impacts, status_pages, ...rest } = body;
  return {
    ...rest,
    ...(Array.isArray(impacts)
      ? { impacts: impacts.map((impact: Fields) => makeImpact(impact, world)) }
      : {}),
    ...(Array.isArray(status_pages)
      ? { status_pages: status_pages.map((page: Fields) => statusPage(page, world)) }
      : {}),
  };
}

function statusPage({ connection_id, integration_slug }: Fields, world: World): Fields {
  const page = findPage(String(connection_id), world);
  return {
    id: page.id,
    integration_id: page.id,
    integration_name: nameOfPage(page),
    integration_slug: integration_slug ?? "nunc",
  };
}
