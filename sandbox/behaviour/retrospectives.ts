import { notFound, unprocessable } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { namedBy, oneOf, type Call, type Handlers } from "../store/call.js";
import { paginate } from "../store/page.js";
import type { Fields, Item } from "../store/store.js";
import type { ComputedFields, World } from "../world.js";
import { addEvent } from "./events.js";

const of = "/v1/incidents/{incident_id}/retrospectives";
const one = `${of}/{retrospective_id}`;

export const retrospectiveHandlers: Handlers = {
  [`POST ${of}`]: (call, world) => {
    const template = pointer("retrospective_templates", String(call.body.retrospective_template_id), world);
    return openRetrospective(namedBy(call, "incident_id"), world.resolve(template) as Item, world);
  },
  [`GET ${of}`]: (call, world) => {
    const hidden = oneOf(call, "is_hidden");
    const all = world.store.children("incidents/retrospectives", namedBy(call, "incident_id").id);
    return paginate(
      call,
      all.filter(({ data }) => hidden === undefined || String(data.is_hidden) === hidden),
    );
  },
  "GET /v1/retrospectives": (call, world) => {
    const incident = oneOf(call, "incident_id");
    const all = world.store
      .all("incidents/retrospectives")
      .filter(({ parents }) => !incident || parents.incident_id === incident);
    return paginate(call, all);
  },
  [`PATCH ${one}/fields`]: (call, world) => {
    const retrospective = namedBy(call, "retrospective_id");
    return addField(retrospective, call.body, world);
  },
  [`PATCH ${one}/fields/{field_id}`]: (call, world) => setField(namedBy(call, "field_id"), call.body, world),
  [`POST ${one}/fields/{field_id}/inputs`]: (call, world) => {
    const field = namedBy(call, "field_id");
    const inputs = Array.isArray(field.data.value) ? (field.data.value as Fields[]) : [];
    return world.change(field, { value: [...inputs, { id: world.random.uuid() }] });
  },
  [`DELETE ${one}/fields/{field_id}/inputs`]: (call, world) => {
    const field = namedBy(call, "field_id");
    const id = oneOf(call, "dynamic_input_field_id");
    const inputs = (Array.isArray(field.data.value) ? field.data.value : []) as Fields[];
    if (!inputs.some((input) => input.id === id)) throw notFound("input", String(id));
    world.change(field, { value: inputs.filter((input) => input.id !== id) });
    return null;
  },
  [`POST ${of}/export`]: (call, world) => {
    const remote = world.random.uuid();
    const url = `https://documents.example/${remote}`;
    const resource = {
      remote_id: remote,
      remote_url: url,
      name: namedBy(call, "incident_id").data.name,
      connection_type: call.body.integration_slug,
    };
    for (const item of own(call, world)) world.touch(item).data.exports = [url];
    return { external_resource: { ...resource, created_at: world.stamp(), updated_at: world.stamp() } };
  },
  [`POST ${of}/export_markdown`]: (call, world) => ({
    markdown: asMarkdown(namedBy(call, "incident_id"), own(call, world), world),
  }),
  [`POST ${of}/share`]: (call, world) => {
    for (const id of (call.body.retrospective_ids ?? []) as string[])
      pointer("incidents/retrospectives", id, world);
    return { retrospective_ids: call.body.retrospective_ids, user_ids: call.body.user_ids ?? [] };
  },
  "PATCH /v1/retrospective_templates/{retrospective_template_id}": (call, world) =>
    world.change(namedBy(call, "retrospective_template_id"), withIds(call.body, world)),
  "POST /v1/retrospective_templates": ({ body }, world) =>
    world.add("retrospective_templates", {
      is_default: false,
      sections: [],
      fields: [],
      ...withIds(body, world),
    }),
};

export const retrospectiveFields: ComputedFields = {
  "incidents/retrospectives": {
    fields: (item, world) => world.store.children("incidents/retrospectives/fields", item.id),
  },
};

/** Opens a retrospective with an empty copy of each field of its template. */
export function openRetrospective(incident: Item, template: Item, world: World): Item {
  const { name, description, sections, fields } = template.data;
  const data = {
    name,
    description,
    sections,
    is_hidden: false,
    exports: [],
    retrospective_template_id: template.id,
  };
  const retrospective = world.add("incidents/retrospectives", data, { incident_id: incident.id });
  for (const field of (fields ?? []) as Fields[]) addField(retrospective, field, world);
  addEvent(incident, { type: "retrospective_opened", data: { id: retrospective.id, name } }, world);
  return retrospective;
}

function addField(retrospective: Item, field: Fields, world: World): Item {
  const parents = {
    incident_id: String(retrospective.parents.incident_id),
    retrospective_id: retrospective.id,
  };
  const { id, ...rest } = field;
  const fields = {
    is_required: false,
    permissible_values: [],
    schema: [],
    value: null,
    ...rest,
    retrospective_field_id: id ?? null,
  };
  return world.add("incidents/retrospectives/fields", fields, parents);
}

/** Fills in a field. A choice must be a permissible value. An input of a group is found by its id. */
export function setField(field: Item, body: Fields, world: World): Item {
  const { value, dynamic_input_field_id } = body;
  const { type, permissible_values, label } = field.data;
  const allowed = (permissible_values ?? []) as unknown[];
  if (type === "single_select" && allowed.length > 0 && !allowed.includes(value)) {
    throw unprocessable(`${String(label)} must be one of: ${allowed.join(", ")}`);
  }
  if (!dynamic_input_field_id) return world.change(field, { value });
  const inputs = (Array.isArray(field.data.value) ? field.data.value : []) as Fields[];
  if (!inputs.some(({ id }) => id === dynamic_input_field_id))
    throw notFound("input", String(dynamic_input_field_id));
  return world.change(field, {
    value: inputs.map((input) => (input.id === dynamic_input_field_id ? { ...input, value } : input)),
  });
}

function withIds(body: Fields, world: World): Fields {
  const fields = Array.isArray(body.fields) ? (body.fields as Fields[]) : undefined;
  if (!fields) return body;
  return { ...body, fields: fields.map((field) => ({ ...field, id: field.id ?? world.random.uuid() })) };
}

function own(call: Call, world: World): Item[] {
  return world.store.children("incidents/retrospectives", namedBy(call, "incident_id").id);
}

function asMarkdown(incident: Item, retrospectives: readonly Item[], world: World): string {
  const parts = retrospectives.map((item) => {
    const fields = world.store.children("incidents/retrospectives/fields", item.id);
    const lines = fields.map(({ data }) => `### ${String(data.label)}\n\n${String(data.value ?? "_empty_")}`);
    return [`## ${String(item.data.name)}`, ...lines].join("\n\n");
  });
  return [`# ${String(incident.data.name)}`, ...parts].join("\n\n");
}
