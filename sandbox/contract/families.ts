import type { Contract, Operation } from "./contract.js";

/** A collection path and its item path: `/v1/teams` with `/v1/teams/{team_id}`. */
export interface Family {
  /** The name of its collection in the store. Several families may share it. */
  readonly collection: string;
  readonly path: string;
  readonly itemPath?: string;
  /** The field with an item's key: `id`, `slug` or `field_id`. */
  readonly key: string;
  readonly list?: Operation;
  readonly create?: Operation;
  readonly get?: Operation;
  readonly update?: Operation;
  readonly replace?: Operation;
  readonly remove?: Operation;
}

/** Collections that have more than one path in the contract. */
const aliases: Readonly<Record<string, string>> = {
  "signals/call_routes": "teams/call_routes",
  signals_on_call: "teams/on_call_schedules",
  retrospectives: "incidents/retrospectives",
  "signals/transposers": "signals/event_sources",
  "signals/alerts": "alerts",
  "scim/v2/Users": "users",
  "scim/v2/Groups": "teams",
};

/** Finds the families of resources by the form of their paths. */
export function findFamilies(contract: Contract): Family[] {
  const operation = (method: string, path: string): Operation | undefined =>
    contract.operations.get(`${method} ${path}`);
  const paths = Object.keys(contract.definition.paths);
  return paths
    .filter((path) => !path.endsWith("}") || path.endsWith("{resource_type}"))
    .flatMap((path) => {
      const list = operation("GET", path);
      // PUT on the collection creates event sources.
      const create = operation("POST", path) ?? (list && operation("PUT", path));
      const below = paths.find(
        (other) => other.startsWith(`${path}/{`) && depth(other) === depth(path) + 1 && !isChoice(other),
      );
      const on = (method: string): Operation | undefined => (below ? operation(method, below) : undefined);
      const item = { get: on("GET"), update: on("PATCH"), replace: on("PUT"), remove: on("DELETE") };
      const itemPath = Object.values(item).some(Boolean) ? below : undefined;
      if (!itemPath && !(list && (create || answersPages(list)))) return [];
      const key = keyField(itemPath, [item.get, item.update, create]);
      return [{ collection: collectionOf(path), path, itemPath, key, list, create, ...item }];
    });
}

/** The family whose item has a path prefix such as `/v1/teams/{team_id}`. */
export function familyOfItem(families: readonly Family[], prefix: string): Family | undefined {
  const shape = shapeOf(prefix);
  return families.find(({ itemPath }) => itemPath !== undefined && shapeOf(itemPath) === shape);
}

/** The parameter at the end of a path. */
export function lastParameter(path = ""): string | undefined {
  const last = path.slice(path.lastIndexOf("/") + 1);
  return last.startsWith("{") && last.endsWith("}") ? last.slice(1, -1) : undefined;
}

/** A path without the names of its parameters. */
function shapeOf(path: string): string {
  return path
    .split("/")
    .map((segment) => (segment.startsWith("{") ? "{}" : segment))
    .join("/");
}

/** Whether a list declares the paging envelope, or implies it by `per_page`. */
export function answersPages(list: Operation): boolean {
  const data = list.success.schema?.properties?.data;
  return data?.type === "array" || list.parameters.some(({ name }) => name === "per_page");
}

/** The store's name for a collection path: its literal segments, or the shared name. */
function collectionOf(path: string): string {
  const segments = path.split("/").slice(2);
  const name = segments.filter((segment) => !segment.startsWith("{")).join("/");
  return aliases[name] ?? name;
}

/** A last segment that selects a kind or a state, not an item. */
function isChoice(path: string): boolean {
  return /\{(type|state|slug)\}$/.test(path);
}

function depth(path: string): number {
  return path.split("/").length;
}

function keyField(itemPath: string | undefined, operations: readonly (Operation | undefined)[]): string {
  const parameter = lastParameter(itemPath) ?? "id";
  if (parameter.endsWith("slug")) return "slug";
  const entity = operations.find((operation) => operation?.success.schema)?.success.schema?.properties;
  return entity && !entity.id && entity.field_id ? "field_id" : "id";
}
