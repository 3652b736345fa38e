import { namedBy, oneOf, type Call, type Handlers } from "../store/call.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";

const users = "scim/v2/Users";
const groups = "scim/v2/Groups";

/** SCIM 2.0 (RFC 7644) has an envelope, filters and changes of its own. */
export const scimHandlers: Handlers = {
  [`GET /v1/${users}`]: (call, world) => list(call, world.store.all(users)),
  [`GET /v1/${groups}`]: (call, world) => list(call, world.store.all(groups)),
  [`GET /v1/${users}/{id}`]: (call) => resource(namedBy(call, "id")),
  [`GET /v1/${groups}/{id}`]: (call) => resource(namedBy(call, "id")),
  [`POST /v1/${users}`]: (call, world) => resource(world.add(users, { active: true, ...call.body })),
  [`POST /v1/${groups}`]: (call, world) => resource(world.add(groups, call.body)),
  [`PUT /v1/${users}/{id}`]: (call, world) => resource(world.change(namedBy(call, "id"), call.body)),
  [`PUT /v1/${groups}/{id}`]: (call, world) => resource(world.change(namedBy(call, "id"), call.body)),
  [`PATCH /v1/${users}/{id}`]: (call, world) => patch(call, world),
  [`PATCH /v1/${groups}/{id}`]: (call, world) => patch(call, world),
};

function list(call: Call, all: readonly Item[]): Fields {
  const [, field = "", value] = /^(\w+) eq "?([^"]*)"?$/.exec(oneOf(call, "filter") ?? "") ?? [];
  const found = value === undefined ? all : all.filter(({ data }) => data[field] === value);
  const startIndex = Math.max(1, Number(oneOf(call, "startIndex") ?? 1) || 1);
  const count = Math.max(0, Number(oneOf(call, "count") ?? 100) || 100);
  const Resources = found.slice(startIndex - 1, startIndex - 1 + count).map(resource);
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
  return { schemas, totalResults: found.length, startIndex, itemsPerPage: Resources.length, Resources };
}

function resource({ collection, data }: Item): Fields {
  const kind = collection === users ? "User" : "Group";
  const { created_at, updated_at, password: _, ...fields } = data;
  const meta = { resourceType: kind, created: created_at, lastModified: updated_at };
  return { schemas: [`urn:ietf:params:scim:schemas:core:2.0:${kind}`], ...fields, meta };
}

function patch(call: Call, world: World): Fields {
  const item = namedBy(call, "id");
  for (const { op, path, value } of call.body.Operations as Fields[]) {
    const remove = String(op).toLowerCase() === "remove";
    if (typeof path === "string") world.change(item, { [path]: remove ? null : value });
    else if (typeof value === "object" && value !== null) world.change(item, value as Fields);
  }
  return resource(item);
}
