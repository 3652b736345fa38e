import { notFound } from "../api-error.js";
import { listOf, namedBy, type Handlers } from "../store/call.js";
import { absorb } from "../store/absorb.js";
import { slugOf } from "../store/crud.js";
import { paginate } from "../store/page.js";
import type { Fields, Item } from "../store/store.js";
import type { ComputedFields, World } from "../world.js";
import { addEvent } from "./events.js";
import { splitAtCommas } from "../values.js";

const nunc = "/v1/nunc_connections/{nunc_connection_id}";

export const statusPageHandlers: Handlers = {
  "GET /v1/incidents/{incident_id}/status_pages": (call, world) =>
    paginate(call, world.store.children("incidents/status_pages", namedBy(call, "incident_id").id)),
  "POST /v1/incidents/{incident_id}/status_pages": (call, world) => {
    const { integration_id, integration_slug, title } = call.body;
    return attachStatusPages(
      namedBy(call, "incident_id"),
      [{ id: integration_id, integration_slug, title }],
      world,
    )[0];
  },
  "POST /v1/nunc_connections": ({ body }, world) => {
    const fields = {
      ...absorb(body, world),
      links: [],
      component_groups: [],
      publish_state: "unpublished",
      is_dns_verified: false,
    };
    return world.add("nunc_connections", {
      title: body.company_name,
      ...fields,
      cname: `${slugOf(String(body.domain))}.status.example`,
    });
  },
  [`POST ${nunc}/publish`]: (call, world) =>
    world.change(namedBy(call, "nunc_connection_id"), { publish_state: "published" }),
  [`POST ${nunc}/unpublish`]: (call, world) =>
    world.change(namedBy(call, "nunc_connection_id"), { publish_state: "unpublished" }),
  [`PUT ${nunc}/images/{type}`]: (call, world) => {
    const image = {
      original_url: `https://status.example/${String(call.params.type)}.png`,
      versions_urls: {},
    };
    return world.change(namedBy(call, "nunc_connection_id"), { [String(call.params.type)]: image });
  },
  [`DELETE ${nunc}/images/{type}`]: (call, world) => {
    world.change(namedBy(call, "nunc_connection_id"), { [String(call.params.type)]: null });
    return null;
  },
  [`POST ${nunc}/component_groups`]: (call, world) => {
    world.add("nunc_connections/component_groups", call.body, call.params);
    return namedBy(call, "nunc_connection_id");
  },
  [`POST ${nunc}/links`]: (call, world) => {
    world.add("nunc_connections/links", { ...call.body, name: call.body.display_text }, call.params);
    return namedBy(call, "nunc_connection_id");
  },
  [`POST ${nunc}/subscribers`]: (call, world) => {
    const emails = splitAtCommas(String(call.body.emails));
    return emails.map((email) => world.add("nunc_connections/subscribers", { email }, call.params))[0];
  },
  [`DELETE ${nunc}/subscribers`]: (call, world) => {
    const wanted = listOf(call, "subscriber_ids");
    const all = world.store.children("nunc_connections/subscribers", namedBy(call, "nunc_connection_id").id);
    for (const subscriber of all) if (wanted.includes(subscriber.id)) world.store.remove(subscriber);
    return null;
  },
  "POST /v1/nunc/subscriptions": ({ body }, world) => {
    world.add("nunc/subscriptions", body);
    return { response: "Subscribed" };
  },
  "DELETE /v1/nunc/subscriptions/{unsubscribe_token}": ({ params }, world) => {
    const found = world.store.find("nunc/subscriptions", String(params.unsubscribe_token));
    if (!found) throw notFound("subscription", String(params.unsubscribe_token));
    world.store.remove(found);
    return null;
  },
};

export const statusPageFields: ComputedFields = {
  nunc_connections: {
    component_groups: (item, world) => world.store.children("nunc_connections/component_groups", item.id),
    links: (item, world) => world.store.children("nunc_connections/links", item.id),
  },
};

/** Links status pages to an incident. Existing links stay unchanged. */
export function attachStatusPages(incident: Item, given: readonly Fields[], world: World): Item[] {
  return given.map(({ id, integration_slug, title }) => {
    const page = findPage(String(id), world);
    const tied = world.store.children("incidents/status_pages", incident.id);
    const there = tied.find(({ data }) => data.external_id === page.id);
    if (there) return there;
    const name = nameOfPage(page);
    const integration = {
      id: page.id,
      integration_slug,
      integration_name: integration_slug,
      display_name: name,
    };
    const fields = {
      external_id: page.id,
      name,
      display_name: title ?? name,
      integration,
      url: `https://${String(page.data.domain ?? "status.example")}`,
    };
    const attached = world.add("incidents/status_pages", fields, { incident_id: incident.id });
    addEvent(incident, { type: "external_link", data: { status_page: name } }, world);
    return attached;
  });
}

/** The name of a status page of either kind. */
export function nameOfPage({ data }: Item): unknown {
  return data.title ?? data.page_name ?? data.name ?? "Status page";
}

/** The status page with an id, hosted or of an integration. */
export function findPage(id: string, world: World): Item {
  const places = ["nunc_connections", "integrations/statuspage/connections", "integrations/connections"];
  const page = places.map((place) => world.store.find(place, id)).find(Boolean);
  if (!page) throw notFound("status page", id);
  return page;
}
