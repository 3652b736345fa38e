import { pointer } from "../store/absorb.js";
import { namedBy, oneOf, type Call, type Handlers } from "../store/call.js";
import { slugOf } from "../store/crud.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import type { World } from "../world.js";
import { applyOperations } from "./scim-patch.js";

const users = "scim/v2/Users";
const groups = "scim/v2/Groups";

/** SCIM 2.0 (RFC 7644): the account's users and teams in the format of identity providers. */
export const scimHandlers: Handlers = {
  [`GET /v1/${users}`]: (call, world) => list(call, world.store.all("users").map(userResource)),
  [`GET /v1/${groups}`]: (call, world) =>
    list(
      call,
      world.store.all("teams").map((team) => groupResource(team, world)),
    ),
  [`GET /v1/${users}/{id}`]: (call) => userResource(namedBy(call, "id")),
  [`GET /v1/${groups}/{id}`]: (call, world) => groupResource(namedBy(call, "id"), world),
  [`POST /v1/${users}`]: ({ body }, world) => {
    const account_id = 1000 + world.store.everything("users").length + 1;
    return userResource(world.add("users", { role: "member", account_id, ...userFields(body) }));
  },
  [`POST /v1/${groups}`]: ({ body }, world) => {
    const slug = slugOf(String(body.displayName));
    const team = world.add("teams", { slug, created_by: world.author(), ...groupFields(body, world) });
    return groupResource(team, world);
  },
  [`PUT /v1/${users}/{id}`]: (call, world) =>
    userResource(world.change(namedBy(call, "id"), userFields(call.body))),
  [`PUT /v1/${groups}/{id}`]: (call, world) =>
    groupResource(
      world.change(namedBy(call, "id"), groupFields({ members: [], ...call.body }, world)),
      world,
    ),
  [`PATCH /v1/${users}/{id}`]: (call, world) => {
    const user = namedBy(call, "id");
    const changed = applyOperations(userResource(user), call.body.Operations as Fields[]);
    return userResource(world.change(user, userFields(changed)));
  },
  [`PATCH /v1/${groups}/{id}`]: (call, world) => {
    const team = namedBy(call, "id");
    const changed = applyOperations(groupResource(team, world), call.body.Operations as Fields[]);
    return groupResource(world.change(team, groupFields(changed, world)), world);
  },
};

function list(call: Call, all: readonly Fields[]): Fields {
  const [, field = "", value] = /^([\w.]+) eq "?([^"]*)"?$/.exec(oneOf(call, "filter") ?? "") ?? [];
  const found =
    value === undefined ? all : all.filter((resource) => valuesOf(resource, field).includes(value));
  const startIndex = Math.max(1, Number(oneOf(call, "startIndex") ?? 1) || 1);
  const count = Math.max(0, Number(oneOf(call, "count") ?? 100) || 100);
  const Resources = found.slice(startIndex - 1, startIndex - 1 + count);
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
  return { schemas, totalResults: found.length, startIndex, itemsPerPage: Resources.length, Resources };
}

function valuesOf(resource: Fields, field: string): unknown[] {
  if (field === "email" || field.startsWith("emails"))
    return ((resource.emails ?? []) as Fields[]).map(({ value }) => value);
  return [resource[field]];
}

function userResource(user: Item): Fields {
  const { name, email, user_name, active, external_id, phone_numbers, role } = user.data;
  const [givenName = "", ...rest] = String(name ?? "").split(" ");
  return {
    ...headOf(user, "User"),
    userName: user_name ?? email,
    externalId: external_id ?? null,
    displayName: name,
    name: { givenName, familyName: rest.join(" "), formatted: name },
    emails: [{ value: email, type: "work", primary: true }],
    phoneNumbers: phone_numbers ?? [],
    roles: [{ value: role, primary: true }],
    active: active !== false,
  };
}

function groupResource(team: Item, world: World): Fields {
  const memberships = (team.data.memberships ?? []) as Fields[];
  const members = memberships.flatMap(({ user }) => {
    const found = user instanceof Ref ? world.resolve(user) : undefined;
    return found ? [{ value: found.id, display: found.data.name }] : [];
  });
  return { ...headOf(team, "Group"), displayName: team.data.name, members };
}

function headOf({ id, data }: Item, resourceType: string): Fields {
  return {
    schemas: [`urn:ietf:params:scim:schemas:core:2.0:${resourceType}`],
    id,
    meta: { resourceType, created: data.created_at, lastModified: data.updated_at },
  };
}

/** The fields of a SCIM user that FireHydrant stores. Missing fields keep their values. */
function userFields({ name, userName, emails, active, externalId, phoneNumbers }: Fields): Fields {
  const { givenName, familyName } = (name ?? {}) as Fields;
  const addresses = (emails ?? []) as Fields[];
  const email = (addresses.find(({ primary }) => primary === true) ?? addresses[0])?.value;
  const given = {
    name: name === undefined ? undefined : [givenName, familyName].filter(Boolean).join(" "),
    email,
    user_name: userName,
    active,
    external_id: externalId,
    phone_numbers: phoneNumbers,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Members have no role, as in FireHydrant. */
function groupFields({ displayName, members }: Fields, world: World): Fields {
  const memberships = ((members ?? []) as Fields[]).map(({ value }) => ({
    user_id: value,
    user: pointer("users", String(value), world),
    default_incident_role: null,
  }));
  return { name: displayName, memberships };
}
