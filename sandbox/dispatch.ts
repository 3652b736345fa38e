import { notFound } from "./api-error.js";
import type { Contract, Operation } from "./contract/contract.js";
import { answersPages, familyOfItem, findFamilies, type Family } from "./contract/families.js";
import { fit, fitList } from "./contract/fit.js";
import type { Incoming, Match } from "./contract/router.js";
import { synthesise } from "./contract/synthesise.js";
import { isFields, kindOf } from "./store/absorb.js";
import type { Call, Handler, Handlers } from "./store/call.js";
import { crudHandlers, isUnder } from "./store/crud.js";
import { collectionFor } from "./store/relations.js";
import type { Item } from "./store/store.js";
import type { World } from "./world.js";

/** Answers checked requests. Throws an ApiError where the API would refuse. */
export type Dispatch = (match: Match, incoming: Incoming, world: World) => Promise<Response>;

/** Families answer by default. A behaviour with the same key replaces the default. */
export function createDispatch(contract: Contract, behaviours: Handlers): Dispatch {
  const families = findFamilies(contract);
  const handlers = new Map(families.flatMap((family) => [...crudHandlers(family)]));
  for (const [key, handler] of Object.entries(behaviours)) {
    // A behaviour for an operation that this contract does not have is ignored.
    if (contract.operations.has(key)) handlers.set(key, handler);
  }
  const plans = new Map(
    [...contract.operations.values()].map((operation) => [operation.key, planLookUp(families, operation)]),
  );
  return async (match, incoming, world) => {
    const named = lookUp(plans.get(match.operation.key) ?? [], match, world);
    const body = isFields(incoming.body) ? incoming.body : {};
    const call: Call = { ...match, query: incoming.query, body, payload: incoming.body, named };
    const handler = handlers.get(match.operation.key) ?? madeUp;
    return answer(match.operation, await handler(call, world), world);
  };
}

/** Used if the contract declares nothing to store: a value made up from the schema. */
const madeUp: Handler = ({ operation }, world) =>
  operation.success.schema ? synthesise(operation.success.schema, world.random, world.now()) : {};

interface Step {
  readonly name: string;
  readonly collection: string;
}

/** The parameters of a path that name an item, and their collections. */
function planLookUp(families: readonly Family[], { key, path }: Operation): Step[] {
  if (unchecked.has(key)) return [];
  const segments = path.split("/");
  return segments.flatMap((segment, index) => {
    if (!segment.startsWith("{")) return [];
    const name = segment.slice(1, -1);
    const prefix = segments.slice(0, index + 1).join("/");
    const family = familyOfItem(families, prefix);
    const collection =
      ownCollections[prefix] ?? ownCollections[name] ?? family?.collection ?? collectionFor(name);
    return collection ? [{ name, collection }] : [];
  });
}

/**
 * Finds the items that the path names, from left to right. A missing or archived item, or one of another parent, is a
 * 404.
 */
function lookUp(plan: readonly Step[], { params }: Match, world: World): Record<string, Item> {
  return Object.fromEntries(
    plan.map(({ name, collection }) => [name, findNamed(collection, name, params, world)]),
  );
}

/** Parameters or paths whose collection is not visible in the path. */
const ownCollections: Readonly<Record<string, string>> = {
  member_id: "users",
  schedule_id: "teams/on_call_schedules",
  "/v1/signals/alerts/{id}": "alerts",
};

/** Operations on archived items, or whose parameter is not an id. */
const unchecked = new Set([
  "GET /v1/incident_roles/{incident_role_id}",
  "POST /v1/incidents/{incident_id}/unarchive",
  "PATCH /v1/audiences/{audience_id}/restore",
  "DELETE /v1/nunc/subscriptions/{unsubscribe_token}",
]);

function findNamed(
  collection: string,
  name: string,
  params: Readonly<Record<string, string>>,
  world: World,
): Item {
  const id = params[name] ?? "";
  const item = name === "member_id" ? memberOf(id, world) : world.store.find(collection, id);
  const { [name]: _, ...parents } = params;
  if (!item || !isUnder(item, parents)) throw notFound(kindOf(collection), id);
  return item;
}

// Audiences use the numeric account id of a member, not the user's UUID.
function memberOf(id: string, world: World): Item | undefined {
  return world.store.all("users").find((user) => String(user.data.account_id) === id);
}

function answer(operation: Operation, value: unknown, world: World): Response {
  if (value instanceof Response) return value;
  const { status, schema } = operation.success;
  if (status === 204 || (!schema && (value === null || value === undefined)))
    return new Response(null, { status });
  const texts = isPage(value) ? fitPage(operation, value, world) : [fit(schema, value, world)];
  // As bytes, because Node reserves three times the length of a text to write it.
  return new Response(bytesOf(texts), { status, headers: { "content-type": "application/json" } });
}

type AnsweredPage = Readonly<Record<string, unknown>> & { readonly data: readonly unknown[] };

function isPage(value: unknown): value is AnsweredPage {
  return isFields(value) && Array.isArray(value.data) && "pagination" in value;
}

/**
 * A list answers in the paging envelope, like the API, even if the document declares the bare entity. The entries are
 * texts of their own, because V8 takes long to join large texts.
 */
function fitPage(operation: Operation, page: AnsweredPage, world: World): readonly string[] {
  const { schema } = operation.success;
  if (schema?.type === "array") return fitList(schema.items, page.data, world);
  const { data, ...others } = schema?.properties ?? {};
  if (data?.type === "array" && Object.keys(others).join() === "pagination")
    return envelope(Object.keys(schema!.properties!), (name) =>
      name === "data" ? fitList(data.items, page.data, world) : [fit(others[name], page[name], world)],
    );
  if (data) return [fit(schema, page, world)];
  if (schema === undefined || answersPages(operation) || schema.type === "object")
    return envelope(Object.keys(page), (name) =>
      name === "data" ? fitList(schema, page.data, world) : [JSON.stringify(page[name])],
    );
  return [fit(schema, page.data, world)];
}

function envelope(names: readonly string[], textsOf: (name: string) => readonly string[]): readonly string[] {
  const fields = names.flatMap((name, index) => [
    `${index === 0 ? "{" : ","}${JSON.stringify(name)}:`,
    ...textsOf(name),
  ]);
  return [...fields, "}"];
}

function bytesOf(texts: readonly string[]): Buffer<ArrayBuffer> {
  const length = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const bytes = Buffer.allocUnsafe(length);
  let at = 0;
  for (const text of texts) at += bytes.write(text, at);
  return bytes;
}
