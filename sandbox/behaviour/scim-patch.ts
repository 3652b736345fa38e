import { unprocessable } from "../api-error.js";
import { isFields } from "../store/absorb.js";
import type { Fields } from "../store/store.js";

/** The resource after the operations of a SCIM PATCH (RFC 7644, 3.5.2). */
export function applyOperations(resource: Fields, operations: readonly Fields[]): Fields {
  return operations.reduce((before, operation) => apply(before, operation), resource);
}

function apply(resource: Fields, { op, path, value }: Fields): Fields {
  const action = String(op).toLowerCase();
  if (path === undefined || path === null || path === "") {
    if (!isFields(value)) throw unprocessable("An operation without path needs an object as its value");
    return Object.entries(value).reduce((before, [name, part]) => set(before, name, action, part), resource);
  }
  return set(resource, String(path), action, value);
}

/** Supports `active`, `name.givenName`, `members` and `members[value eq "id"]`. */
function set(resource: Fields, path: string, action: string, value: unknown): Fields {
  const [, name = "", filterField, filterValue, inner] =
    /^(\w+)(?:\[(\w+) eq "?([^"\]]*)"?\])?(?:\.(\w+))?$/.exec(path) ?? [];
  if (name === "") throw unprocessable(`The path ${path} is not supported`);
  const held = resource[name];
  if (Array.isArray(held)) {
    const chosen = (entry: Fields): boolean =>
      filterField === undefined || String(entry[filterField]) === filterValue;
    return {
      ...resource,
      [name]: changedList(held as Fields[], chosen, { action, value, inner, filterField }),
    };
  }
  if (inner !== undefined) return { ...resource, [name]: { ...(held as Fields), [inner]: value } };
  return { ...resource, [name]: action === "remove" ? undefined : value };
}

interface ListChange {
  readonly action: string;
  readonly value: unknown;
  readonly inner?: string;
  readonly filterField?: string;
}

function changedList(held: Fields[], chosen: (entry: Fields) => boolean, change: ListChange): Fields[] {
  const { action, value, inner, filterField } = change;
  const given = [value ?? []].flat() as Fields[];
  const values = new Set(given.map((entry) => String(isFields(entry) ? entry.value : entry)));
  if (action === "remove")
    return held.filter((entry) => !chosen(entry) || (given.length > 0 && !values.has(String(entry.value))));
  if (inner !== undefined || filterField !== undefined)
    return held.map((entry) => (chosen(entry) ? { ...entry, [inner ?? "value"]: value } : entry));
  if (action === "replace") return given;
  return [...held.filter((entry) => !values.has(String(entry.value))), ...given];
}
