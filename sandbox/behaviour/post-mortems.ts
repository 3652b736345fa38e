import { unprocessable } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { namedBy, type Handlers } from "../store/call.js";
import { paginate } from "../store/page.js";
import type { Fields, Item } from "../store/store.js";
import { refTo, type World } from "../world.js";
import { addEvent } from "./events.js";

const report = "/v1/post_mortems/reports/{report_id}";

export const postMortemHandlers: Handlers = {
  "POST /v1/post_mortems/reports": ({ body }, world) =>
    openReport(world.resolve(pointer("incidents", String(body.incident_id), world)) as Item, world),
  [`PATCH ${report}`]: (call, world) => {
    const item = namedBy(call, "report_id");
    const { questions, ...rest } = call.body;
    const answers = new Map(((questions ?? []) as Fields[]).map(({ id, body }) => [id, body]));
    const filled = ((item.data.questions ?? []) as Fields[]).map((question) =>
      answers.has(question.id) ? { ...question, body: answers.get(question.id) } : question,
    );
    return world.change(item, { ...rest, questions: filled });
  },
  [`PATCH ${report}/fields/{field_id}`]: (call, world) => {
    const item = namedBy(call, "report_id");
    const { field_id = "" } = call.params;
    const values = (item.data.field_values ?? {}) as Fields;
    world.change(item, { field_values: { ...values, [field_id]: call.body.value } });
    return { id: field_id, name: field_id, value: call.body.value };
  },
  [`POST ${report}/publish`]: (call, world) => {
    const item = world.change(namedBy(call, "report_id"), { published_at: world.stamp() });
    const incident = world.store.peek("incidents", String(item.data.incident_id));
    if (incident)
      addEvent(incident, { type: "retrospective_published", data: { report_id: item.id } }, world);
    return item;
  },
  [`PUT ${report}/reasons/order`]: (call, world) => {
    const reasons = ordered(namedBy(call, "report_id"), world);
    const { old_position, new_position } = call.body as { old_position: number; new_position: number };
    const moved = reasons.splice(Number(old_position), 1)[0];
    if (!moved) throw unprocessable(`No reason at position ${old_position}`);
    reasons.splice(Number(new_position), 0, moved);
    reasons.forEach((reason, position) => world.change(reason, { position }));
    return moved;
  },
  [`GET ${report}/reasons`]: (call, world) => paginate(call, ordered(namedBy(call, "report_id"), world)),
  [`POST ${report}/reasons`]: (call, world) => {
    const position = ordered(namedBy(call, "report_id"), world).length;
    return world.add(
      "post_mortems/reports/reasons",
      { ...call.body, position, created_by: world.author() },
      call.params,
    );
  },
  "PUT /v1/post_mortems/questions": ({ body }, world) => {
    const given = (body.questions ?? []) as Fields[];
    const items = given.map(({ id, ...rest }) => {
      const known = id ? world.store.find("post_mortems/questions", String(id)) : undefined;
      return known
        ? world.change(known, rest)
        : world.add("post_mortems/questions", { kind: "text", is_required: false, ...rest });
    });
    return items[0] ?? world.store.all("post_mortems/questions")[0];
  },
};

/** The old kind of retrospective: one report for each incident, with the organisation's questions. */
export function openReport(incident: Item, world: World): Item {
  const there = world.store.all("post_mortems/reports").find(({ data }) => data.incident_id === incident.id);
  if (there) throw unprocessable(`Incident ${incident.id} has a report already`);
  const questions = world.store
    .all("post_mortems/questions")
    .map(({ id, data }) => ({ ...data, id: world.random.uuid(), question_type_id: id, body: null }));
  const { name, tag_list, summary } = incident.data;
  const fields = {
    incident_id: incident.id,
    incident: refTo(incident),
    name,
    summary: summary ?? null,
    tag_list,
    questions,
    additional_details: [],
  };
  const created = world.add("post_mortems/reports", fields);
  world.touch(incident).data.report_id = created.id;
  addEvent(incident, { type: "retrospective_opened", data: { report_id: created.id } }, world);
  return created;
}

function ordered(item: Item, world: World): Item[] {
  const reasons = world.store.children("post_mortems/reports/reasons", item.id);
  return reasons.sort((a, b) => Number(a.data.position) - Number(b.data.position));
}
