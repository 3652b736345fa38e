import { fittingFor, type Making } from "./answers.js";
import { record } from "./document.js";
import { isRecord, splitAtCommas, type Json } from "../values.js";
import { fit } from "./fit.js";
import { typed, type Incoming } from "./incoming.js";
import type { Items } from "./items.js";
import type { Law } from "./law.js";
import { plainName } from "./naming.js";
import { aboutPage, isPaging, pageOf } from "./paging.js";
import type { Plan, Resource } from "./resources.js";
import { itemSlot, placed, type Slot } from "./slots.js";
import type { Item, State } from "./state.js";
import { Refusal } from "./refusal.js";
import { fieldsOf } from "./view.js";

/** One call of an operation. */
export interface Call {
  readonly plan: Plan;
  readonly incoming: Incoming;
  /** The schema of the answer. Undefined if the answer is not JSON. */
  readonly schema: unknown;
}

/** The result of an operation, before it is shaped by the contract. */
interface Outcome {
  readonly value: unknown;
  /** Names what is answered, so that samples are the same each time. */
  readonly thing: string;
}

export interface Parts {
  readonly state: State;
  readonly items: Items;
  readonly making: Making;
}

type Apply = (call: Call, parts: Parts) => Outcome;

/** What the sandbox could not infer, by law. */
export const NOTES: Readonly<Partial<Record<Law, string>>> = {
  sample:
    "The sandbox can't infer from the contract what this operation does. The answer is a made-up sample, and nothing changed.",
  act: "The sandbox can't infer from the contract what this operation does. It answered the item as it is, and nothing changed.",
};

/** What each law does. @throws Refusal */
export const LAWS: Readonly<Record<Law, Apply>> = {
  list: listItems,
  create: createItem,
  get: (call, parts) => answerItem(call, itemOf(call, parts)),
  change: (call, parts) => changeItem(call, [], parts),
  replace: (call, parts) => changeItem(call, fieldsThatAreGone(call, parts), parts),
  remove: removeItem,
  act: (call, parts) => answerItem(call, itemOf(call, parts)),
  sample: ({ plan, incoming }) => ({
    value: undefined,
    thing: `${plan.operation.key} ${JSON.stringify(incoming.path)}`,
  }),
};

/** Checks that every item above exists. @throws Refusal */
export function requireParents({ plan, incoming }: Call, { items }: Parts): void {
  for (const [index, { resource, parameter }] of plan.parents.entries()) {
    const above = plan.parents.slice(0, index).map((step) => step.parameter);
    find(items, resource, parameter, keep(incoming.path, above));
  }

  function find(all: Items, resource: Resource, parameter: string, parents: Item["parents"]): void {
    const key = incoming.path[parameter] ?? "";
    if (!all.find(resource, key, parents)) throw missing(resource, key);
  }
}

function missing({ kind }: Resource, key: string): Refusal {
  return new Refusal("missing", `There is no ${kind.replaceAll(/[_-]/g, " ")} ${key}.`);
}

function keep(path: Incoming["path"], names: readonly string[]): Item["parents"] {
  return Object.fromEntries(names.map((name) => [name, path[name] ?? ""]));
}

/** All parameters of the path but the item's own. */
function parentsOf({ plan, incoming }: Call): Item["parents"] {
  const { [plan.parameter ?? ""]: _, ...parents } = incoming.path;
  if (plan.law !== "act") return parents;
  // Parameters after the item are not above it.
  const before = plan.operation.path.split(`{${plan.parameter}}`)[0]!;
  return keep(
    incoming.path,
    Object.keys(parents).filter((name) => before.includes(`{${name}}`)),
  );
}

function itemOf(call: Call, { items }: Parts): Item {
  const { plan, incoming } = call;
  const key = plan.parameter === undefined ? "" : (incoming.path[plan.parameter] ?? "");
  const found = items.find(plan.resource!, key, parentsOf(call));
  if (!found) throw missing(plan.resource!, key);
  return found;
}

function thingOf({ resource, key, parents }: Item): string {
  return `${resource.name} ${key} ${JSON.stringify(parents)}`;
}

function answerItem({ plan }: Call, item: Item): Outcome {
  const slot = plan.slot ?? { path: [], schema: undefined };
  return { value: placed(slot, item.data), thing: thingOf(item) };
}

function listItems(call: Call, { items, making }: Parts): Outcome {
  const { plan, incoming, schema } = call;
  const slot = plan.slot!;
  const wanted = items.all(plan.resource!, incoming.path).filter((item) => passes(item, call));
  const page = pageOf(incoming.query, wanted, ({ key }) => key);
  const shown = page.items.map((item) => {
    const fitting = fittingFor(making, thingOf(item));
    // Some lists hold only the names of their items.
    return fit(slot.schema, item.data, fitting) ?? fit(slot.schema, item.key, fitting) ?? null;
  });
  const about = slot.path.length === 0 ? {} : aboutPage(schema, slot, page, making.view);
  const value = slot.path.length === 0 ? shown : merged(about, slot, shown);
  return { value, thing: plan.operation.key };
}

function merged(about: Json, { path }: Slot, shown: unknown): Json {
  const [first = "", ...others] = path;
  const inner =
    others.length === 0 ? shown : merged(record(about[first]), { path: others, schema: {} }, shown);
  return { ...about, [first]: inner };
}

/** A query parameter with the name of a field filters the items by its value. */
function passes({ data }: Item, { incoming: { query } }: Call): boolean {
  return [...new Set(query.keys())].every((name) => {
    const field = data[name];
    const isFilter = field !== undefined && field !== null && typeof field !== "object" && !isPaging(name);
    return !isFilter || query.getAll(name).flatMap(splitAtCommas).includes(String(field));
  });
}

/** The fields of a body, and the names of all fields that it could have. */
function givenIn({ plan, incoming }: Call, { making: { view } }: Parts): { given: Json; known: Set<string> } {
  const { bodySchema, body, query } = incoming;
  const slot = itemSlot(bodySchema, plan.resource!.kind, view);
  const inner = slot.path.reduce<unknown>((value, name) => record(value)[name], body);
  const fields = fieldsOf(slot.schema, view);
  // Some APIs take the fields of an item in the query.
  const inQuery = plan.operation.parameters.filter(
    ({ in: place, name }) => place === "query" && query.has(name),
  );
  const asked = inQuery.map(({ name, schema }) => [name, typed(schema, query.get(name), view)] as const);
  const own = new Set(Object.keys(fieldsOf(plan.resource!.entity, view)));
  return {
    given: { ...Object.fromEntries(asked.filter(([name]) => own.has(name))), ...record(inner) },
    known: new Set(Object.keys(fields)),
  };
}

function createItem(call: Call, parts: Parts): Outcome {
  const { plan } = call;
  const resource = plan.resource!;
  const { given, known } = givenIn(call, parts);
  const key = resource.key === undefined ? undefined : given[resource.key];
  const isTaken = typeof key === "string" || typeof key === "number";
  if (isTaken && parts.items.all(resource, parentsOf(call)).some((item) => item.key === String(key)))
    throw new Refusal("conflict", `There is a ${resource.kind} ${key} already.`);
  return answerItem(
    call,
    parts.items.create(resource, withDefaults(call, given, parts), known, parentsOf(call)),
  );
}

/** The fields with the contract's defaults of the body. */
function withDefaults({ incoming, plan }: Call, given: Json, { making: { view } }: Parts): Json {
  const { schema } = itemSlot(incoming.bodySchema, plan.resource!.kind, view);
  const fields = fieldsOf(schema, view);
  const usual = Object.keys(fields).map((name) => [name, view(fields[name]).keywords.default] as const);
  return { ...Object.fromEntries(usual.filter(([, value]) => value !== undefined)), ...given };
}

function changeItem(call: Call, gone: readonly string[], parts: Parts): Outcome {
  const item = itemOf(call, parts);
  const { given } = givenIn(call, parts);
  // The path names the item. A body can't change its key.
  const { [item.resource.key ?? ""]: _, ...changes } = given;
  parts.items.change(item, changes, gone);
  return answerItem(call, item);
}

/** PUT replaces: fields that the client left out are removed. */
function fieldsThatAreGone(call: Call, parts: Parts): string[] {
  const { given, known } = givenIn(call, parts);
  return [...known].filter((name) => !Object.hasOwn(given, name));
}

function removeItem(call: Call, parts: Parts): Outcome {
  const item = itemOf(call, parts);
  parts.state.remove(item);
  const outcome = answerItem(call, item);
  const fields = fieldsOf(call.schema, parts.making.view);
  const marks = Object.keys(fields).filter((name) =>
    /^(is)?(deleted|success|ok|removed)$/.test(plainName(name)),
  );
  const said = Object.fromEntries(marks.map((name) => [name, true]));
  return { ...outcome, value: isRecord(outcome.value) ? { ...outcome.value, ...said } : outcome.value };
}
