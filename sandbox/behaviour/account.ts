import { notFound } from "../api-error.js";
import { oneOf, namedBy, momentOf, type Handlers } from "../store/call.js";
import { paginate } from "../store/page.js";
import { refTo } from "../world.js";
import type { Fields } from "../store/store.js";
import type { World } from "../world.js";
import { channelOf, organization } from "./incident-fields.js";
import { splitAtCommas } from "../values.js";

export const accountHandlers: Handlers = {
  "GET /v1/ping": (_call, world) => ({
    response: "pong",
    organization,
    actor: { ...world.author(), type: "firehydrant_user" },
  }),
  "GET /v1/noauth/ping": () => ({ response: "pong" }),
  "GET /v1/current_user": (_call, world) => {
    const user = world.actor();
    const teams = world.store
      .all("teams")
      .filter(({ data }) => hasMember(data, user?.id))
      .map(refTo);
    const { name, email, account_id } = user?.data ?? {};
    return {
      id: user?.id,
      name,
      email,
      account_id,
      role: "owner",
      region: "us",
      source: "firehydrant_user",
      organization,
      organization_id: organization.id,
      organization_name: organization.name,
      teams,
    };
  },
  "GET /v1/audit_events": (call, world) => {
    const limit = Math.min(100, Number(oneOf(call, "limit") ?? 50) || 50);
    const after = oneOf(call, "cursor");
    const all = world.store.all("audit_events").reverse();
    const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
    const data = all.slice(from, from + limit);
    const next = from + limit < all.length ? (data.at(-1)?.id ?? null) : null;
    return { data, cursor: next, next_cursor: next };
  },
  "GET /v1/runbook_audits": (call) => paginate(call, []),
  "GET /v1/incidents/{incident_id}/channel": (call) => channelOf(namedBy(call, "incident_id")),
  "GET /v1/incidents/{incident_id}/conference_bridges": (call, world) =>
    paginate(call, world.store.children("incidents/conference_bridges", namedBy(call, "incident_id").id)),
  "GET /v1/incidents/{incident_id}/conference_bridges/{id}/translations/{language_code}": (call, world) => {
    const bridges = world.store.children("incidents/conference_bridges", namedBy(call, "incident_id").id);
    const found = bridges.find(({ id }) => id === call.params.id);
    if (!found) throw notFound("conference bridge", String(call.params.id));
    return found;
  },
  "PUT /v1/incidents/{incident_id}/transcript/attribution": () => ({}),
  "GET /v1/incidents/{incident_id}/transcript": (call, world) =>
    paginate(call, world.store.children("incidents/transcript", namedBy(call, "incident_id").id)),
  "POST /v1/incidents/{incident_id}/attachments": (call, world) => {
    const incident = namedBy(call, "incident_id");
    const [file_name, file_content_type, size] = String(call.body.file).split(";");
    const attributes = {
      file_name,
      file_content_type,
      file_size: Number(size) || 0,
      description: call.body.description,
      status: "uploaded",
    };
    const fields = {
      ...attributes,
      attributes,
      type: "file",
      attached_to_type: "Incident",
      attached_to_id: incident.id,
      versions: {},
    };
    return world.add("incidents/attachments", fields, { incident_id: incident.id });
  },
  "POST /v1/incidents/{incident_id}/links": (call, world) => {
    const { href, ...rest } = call.body;
    return world.add(
      "incidents/links",
      { ...rest, href_url: href, type: "link", editable: true, deletable: true },
      call.params,
    );
  },
  "POST /v1/incidents/{incident_id}/related_change_events": (call, world) => {
    const event = world.store.find("changes/events", String(call.body.change_event_id));
    if (!event) throw notFound("change event", String(call.body.change_event_id));
    const fields = {
      ...call.body,
      change_event: refTo(event),
      incident_id: call.params.incident_id,
      created_by: world.author(),
    };
    return world.add("incidents/related_change_events", fields, call.params);
  },
  "GET /v1/conversations/{conversation_id}/comments": (call, world) => {
    const [after, before] = [momentOf(call, "after") ?? -Infinity, momentOf(call, "before") ?? Infinity];
    const at = (data: Fields): number => Date.parse(String(data.created_at));
    const found = world.store
      .children("conversations/comments", String(call.params.conversation_id))
      .filter(({ parents }) => Object.keys(parents).length === 1)
      .filter(({ data }) => at(data) > after && at(data) < before);
    return paginate(call, oneOf(call, "sort") === "desc" ? found.reverse() : found);
  },
  "GET /v1/changes/events": (call, world) => {
    const [from, to] = [momentOf(call, "starts_at") ?? -Infinity, momentOf(call, "ends_at") ?? Infinity];
    const found = searchChanges(call.query, world).filter(({ data }) => {
      const at = Date.parse(String(data.starts_at ?? data.created_at));
      return at >= from && at <= to;
    });
    return paginate(call, found.reverse());
  },
};

function searchChanges(query: Readonly<Record<string, unknown>>, world: World) {
  const text = String(query.query ?? "").toLowerCase();
  const among = (field: unknown, wanted: unknown): boolean => {
    const ids = ((field ?? []) as { id: string }[]).map(({ id }) => id);
    return !wanted || ids.some((id) => splitAtCommas(String(wanted)).includes(id));
  };
  return world.store
    .all("changes/events")
    .filter(({ data }) => String(data.summary).toLowerCase().includes(text))
    .filter(
      ({ data }) => among(data.services, query.services) && among(data.environments, query.environments),
    );
}

function hasMember(team: Fields, id: string | undefined): boolean {
  return ((team.memberships ?? []) as Fields[]).some(({ user_id }) => user_id === id);
}
