import { pointer } from "../store/absorb.js";
import { listOf, namedBy, oneOf, type Handlers } from "../store/call.js";
import { absorb } from "../store/absorb.js";
import { hasTags } from "../store/filters.js";
import { paginate } from "../store/page.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import { authorOf, type ComputedFields, type World } from "../world.js";
import { addEvent } from "./events.js";

const task = "/v1/incidents/{incident_id}/tasks/{task_id}";

export const taskHandlers: Handlers = {
  "POST /v1/incidents/{incident_id}/tasks": (call, world) =>
    addTask(namedBy(call, "incident_id"), call.body, world),
  [`PATCH ${task}`]: (call, world) => {
    const item = world.change(namedBy(call, "task_id"), withAssignee(call.body, world));
    addEvent(
      namedBy(call, "incident_id"),
      { type: "task_update", data: { task: item.data.title, ...call.body } },
      world,
    );
    return item;
  },
  "POST /v1/incidents/{incident_id}/task_lists": (call, world) => {
    const incident = namedBy(call, "incident_id");
    const list = world.resolve(pointer("task_lists", String(call.body.task_list_id), world)) as Item;
    const items = (list.data.task_list_items ?? []) as Fields[];
    const tasks = items.map(({ summary, description }) =>
      addTask(incident, { title: summary, description, assignee_id: call.body.assignee_id }, world),
    );
    addEvent(incident, { type: "add_task_list", data: { task_list: list.data.name } }, world);
    return tasks[0] ?? {};
  },
  [`POST ${task}/convert`]: (call, world) => {
    const item = namedBy(call, "task_id");
    const { title, description } = item.data;
    world.remove(item);
    const fields = {
      summary: title,
      description,
      ...call.body,
      type: "follow_up",
      related_to: `incident/${namedBy(call, "incident_id").id}`,
    };
    addTicket(fields, world);
    return paginate(call, world.store.children("incidents/tasks", namedBy(call, "incident_id").id));
  },
  "POST /v1/ticketing/tickets": ({ body }, world) => addTicket(body, world),
  "GET /v1/ticketing/tickets": (call, world) => {
    const state = oneOf(call, "state");
    const user = oneOf(call, "assigned_user");
    const found = world.store
      .all("ticketing/tickets")
      .filter(({ data }) => !state || data.state === state)
      .filter(({ data }) => !user || ((data.assignees ?? []) as Fields[]).some(({ id }) => id === user))
      .filter(({ data }) => listOf(call, "tags").length === 0 || hasTags(data.tag_list, call));
    return paginate(call, found);
  },
};

export const taskFields: ComputedFields = {
  "ticketing/tickets": {
    incident_name: ({ data }, world) =>
      world.store.peek("incidents", String(data.incident_id))?.data.name ?? null,
    incident_current_milestone: ({ data }, world) =>
      world.store.peek("incidents", String(data.incident_id))?.data.current_milestone ?? null,
  },
  "integrations/aws/cloudtrail_batches": {
    connection: ({ data }) => new Ref("integrations/aws/connections", String(data.connection_id)),
  },
};

export function addTask(incident: Item, body: Fields, world: World): Item {
  const fields = { state: "open", created_by: world.author(), ...withAssignee(body, world) };
  const item = world.add("incidents/tasks", fields, { incident_id: incident.id });
  addEvent(incident, { type: "task_update", data: { task: body.title, state: "open" } }, world);
  return item;
}

/** Files a ticket. `related_to` names an incident as `incident/<id>`. */
export function addTicket(body: Fields, world: World): Item {
  const id = /^incident\/(.+)$/.exec(String(body.related_to ?? ""))?.[1];
  const incident = id ? (world.resolve(pointer("incidents", id, world)) as Item) : undefined;
  const { project_id: _, assignees, ...rest } = body;
  const fields = {
    state: "open",
    type: "follow_up",
    tag_list: [],
    ...absorb(rest, world),
    assignees: ((assignees ?? []) as Fields[]).map(({ id: user }) =>
      authorOf(world.resolve(pointer("users", String(user), world)) as Item),
    ),
    created_by: world.author(),
    incident_id: incident?.id ?? null,
  };
  const ticket = world.add("ticketing/tickets", fields, incident ? { incident_id: incident.id } : {});
  if (incident)
    addEvent(
      incident,
      { type: "ticket_update", data: { ticket: body.summary, state: ticket.data.state } },
      world,
    );
  return ticket;
}

function withAssignee(body: Fields, world: World): Fields {
  if (!body.assignee_id) return body;
  const user = world.resolve(pointer("users", String(body.assignee_id), world)) as Item;
  return { ...body, assignee: authorOf(user) };
}
