import { isJson, type ApiDocument, type Declared, type Operation } from "./document.js";
import type { Law } from "./law.js";
import { keyField, singular } from "./naming.js";
import { itemSlot, listSlot, type Slot } from "./slots.js";
import { successOf } from "./success.js";
import { fieldsOf, sharedName, type ViewOf } from "./view.js";

/** Items of one kind, which the sandbox keeps. */
export interface Resource {
  /** Its collection's path; of a single item, its own path. */
  readonly name: string;
  /** What one of its items is called. */
  readonly kind: string;
  /** The schema of an item. */
  readonly entity: unknown;
  /** The field with the key of an item. Absent if no field has it. */
  readonly key?: string;
  /** There is only one item, such as the settings of an account. */
  readonly single: boolean;
  /** A client gets keys from a list or a creation. Any other key does not exist. */
  readonly knowsItems: boolean;
}

/** A resource that a path goes through. */
interface Step {
  readonly resource: Resource;
  /** The path's parameter that names the item. */
  readonly parameter: string;
}

/** How one operation is answered. */
export interface Plan {
  readonly operation: Operation;
  readonly law: Law;
  /** Absent for a sample. */
  readonly resource?: Resource;
  /** The place of the item or the items in the answer. */
  readonly slot?: Slot;
  /** The parameter that names the item; absent for lists and single items. */
  readonly parameter?: string;
  /** The items above, which must exist, from left to right. */
  readonly parents: readonly Step[];
}

/** Infers from paths, methods and answers what each operation does. */
export function planOperations(document: ApiDocument, view: ViewOf): Plan[] {
  const paths = new Map<string, Operation[]>();
  for (const operation of document.operations) {
    const shape = shapeOf(operation.path);
    paths.set(shape, [...(paths.get(shape) ?? []), operation]);
  }
  const found = new Map<Operation, Omit<Plan, "parents" | "operation">>();
  const items = new Map<string, Resource>();
  for (const [shape, operations] of paths) {
    if (!isItem(shape)) continue;
    const collection = paths.get(shape.replace(/\/\{\}([^/]*)$/, "$1")) ?? [];
    const resource = planItems(operations, collection, view, found);
    if (resource) items.set(shape, resource);
  }
  const known = [...items.values()];
  for (const [shape, operations] of paths) if (!isItem(shape)) planOthers(operations, known, view, found);
  return document.operations.map((operation) => {
    const parents = parentsOf(operation.path, items);
    const plan = found.get(operation) ?? actOn(operation, parents, view);
    return { operation, ...plan, parents };
  });
}

type Found = Map<Operation, Omit<Plan, "parents" | "operation">>;

/** A path whose last segment is a parameter names an item. */
function planItems(
  operations: readonly Operation[],
  collection: readonly Operation[],
  view: ViewOf,
  found: Found,
): Resource | undefined {
  const by = methods(operations);
  const name = nameOf(operations[0]!.path);
  const getSchema = schemaOf(by.GET, "get");
  if (getSchema !== undefined && view(getSchema).kinds[0] === "array") return undefined;
  const [list, create] = [methods(collection).GET, methods(collection).POST];
  const listed = listSlot(schemaOf(list, "list"), name, true, view);
  const slots: (Slot | undefined)[] = [
    getSchema === undefined ? undefined : itemSlot(getSchema, name, view),
    listed,
    itemSlot(schemaOf(create, "create"), name, view),
    itemSlot(schemaOf(by.PATCH ?? by.PUT, "change"), name, view),
  ];
  const entity = slots.find((slot) => Object.keys(fieldsOf(slot?.schema, view)).length > 0)?.schema;
  if (entity === undefined) return undefined;
  const parameter = lastParameter(operations[0]!.path);
  const kind = singular(name);
  const key = keyField(parameter, kind, Object.keys(fieldsOf(entity, view)));
  const resource: Resource = {
    name: collection[0]?.path ?? operations[0]!.path,
    kind,
    entity,
    key,
    single: false,
    knowsItems: key !== undefined && (listed !== undefined || create !== undefined),
  };
  const plan = (operation: Operation | undefined, law: Law, slot?: Slot) =>
    operation && found.set(operation, { law, resource, slot, parameter: itemParameter(operation, law) });
  if (listed) plan(list, "list", listed);
  for (const [operation, law] of itemLaws(by)) plan(operation, law, slotFor(operation, law, name, view));
  plan(create, "create", slotFor(create, "create", name, view));
  return resource;
}

function itemLaws(by: Methods): [Operation | undefined, Law][] {
  // Some APIs change items by POST. If the item has PUT or PATCH, a POST does something else.
  const post = (by.PUT ?? by.PATCH) ? undefined : by.POST;
  return [
    [by.GET, "get"],
    [by.PATCH, "change"],
    [post, "change"],
    [by.PUT, "replace"],
    [by.DELETE, "remove"],
  ];
}

function itemParameter({ path }: Operation, law: Law): string | undefined {
  return law === "list" || law === "create" ? undefined : lastParameter(path);
}

/** Collections without paths for items, and resources with a single item. */
function planOthers(
  operations: readonly Operation[],
  known: readonly Resource[],
  view: ViewOf,
  found: Found,
): void {
  const by = methods(operations);
  const { GET: read, POST: create } = by;
  if (!read || found.has(read)) return;
  const { path } = read;
  const name = nameOf(path);
  const schema = schemaOf(read, "list");
  const listed = listSlot(schema, name, false, view);
  if (listed) {
    const same = known.find((one) => nameOf(one.name) === name && isSame(one.entity, listed.schema));
    const kept = same ?? (create && resourceOf(path, listed.schema, false, view));
    if (!kept) return;
    found.set(read, { law: "list", resource: kept, slot: listed });
    if (create)
      found.set(create, { law: "create", resource: kept, slot: slotFor(create, "create", name, view) });
    return;
  }
  const slot = schema === undefined ? undefined : itemSlot(schema, name, view);
  const changes = by.PATCH ?? by.PUT;
  if (!slot || !changes || Object.keys(fieldsOf(slot.schema, view)).length === 0) return;
  const resource = resourceOf(path, slot.schema, true, view);
  const laws: [Operation | undefined, Law][] = [
    [read, "get"],
    [by.PATCH, "change"],
    [by.PUT, "replace"],
    [by.DELETE, "remove"],
  ];
  for (const [operation, law] of laws)
    if (operation) found.set(operation, { law, resource, slot: slotFor(operation, law, name, view) });
}

function resourceOf(path: string, entity: unknown, single: boolean, view: ViewOf): Resource {
  const kind = singular(nameOf(path));
  const key = keyField("id", kind, Object.keys(fieldsOf(entity, view)));
  return { name: path, kind, entity, key, single, knowsItems: false };
}

/** An operation below an item that answers the item. Any other operation answers a sample. */
function actOn(
  operation: Operation,
  parents: readonly Step[],
  view: ViewOf,
): Omit<Plan, "parents" | "operation"> {
  const parent = parents.at(-1);
  const schema = schemaOf(operation, "act");
  if (!parent || schema === undefined) return { law: "sample" };
  const slot = itemSlot(schema, nameOf(parent.resource.name), view);
  if (!isSame(parent.resource.entity, slot.schema)) return { law: "sample" };
  return { law: "act", resource: parent.resource, slot, parameter: parent.parameter };
}

function isSame(one: unknown, other: unknown): boolean {
  const name = sharedName(one);
  return name !== undefined && name === sharedName(other);
}

/** The items in a path, before its last segment. */
function parentsOf(path: string, items: ReadonlyMap<string, Resource>): Step[] {
  const segments = path.split("/");
  return segments.slice(0, -1).flatMap((_, index) => {
    const prefix = segments.slice(0, index + 1).join("/");
    const resource = items.get(shapeOf(prefix));
    return resource ? [{ resource, parameter: lastParameter(prefix) }] : [];
  });
}

type Methods = Readonly<Record<string, Operation | undefined>>;

/** Of operations that differ only in what follows `#`, the first one is used, as routes do. */
function methods(operations: readonly Operation[]): Methods {
  return Object.fromEntries(operations.map((operation) => [operation.method, operation] as const).reverse());
}

function slotFor(operation: Operation | undefined, law: Law, name: string, view: ViewOf): Slot | undefined {
  const schema = operation && schemaOf(operation, law);
  return schema === undefined ? undefined : itemSlot(schema, name, view);
}

function schemaOf(operation: Operation | undefined, law: Law): unknown {
  const answer: Declared | undefined = operation && successOf(operation, law);
  return answer?.content && isJson(answer.content.media) ? answer.content.schema : undefined;
}

/** A path without the names of its parameters; what follows `#` only separates two operations. */
export function shapeOf(path: string): string {
  return path
    .split("#", 1)[0]!
    .replace(/(?<=.)\/$/, "")
    .replaceAll(/\{[^{}]*\}/g, "{}");
}

function isItem(shape: string): boolean {
  return /\/\{\}(\.\w+)?$/.test(shape);
}

function lastParameter(path: string): string {
  return [...path.matchAll(/\{([^{}]*)\}/g)].at(-1)?.[1] ?? "";
}

/** The last part of a path that is not a parameter, without a suffix such as `.json`. */
function nameOf(path: string): string {
  const literal = path.split("/").filter((segment) => segment !== "" && !segment.includes("{"));
  return (literal.at(-1) ?? "item").replace(/\.\w+$/, "");
}
