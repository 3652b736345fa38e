import { expect } from "vitest";
import type { Loose } from "../kit/loose.js";
import { checksOfLife, fresh, seeded, send, type Checks, type Life } from "./kit.js";

const teams = [seeded("teams"), seeded("teams", 1), seeded("teams", 2)] as const;
const ids = (all: readonly { readonly id: string }[]): Loose[] => all.map(({ id }) => ({ id }));

const fullService = (): Loose => ({
  name: fresh("service"),
  description: "All of it",
  labels: { tier: "one" },
  service_tier: 1,
  alert_on_add: true,
  auto_add_responding_team: true,
  owner: { id: teams[0].id },
  teams: ids([teams[0], teams[1]]),
  links: [
    { href_url: "https://example.test/a", name: "A" },
    { href_url: "https://example.test/b", name: "B" },
  ],
});

const emptyService = (): Loose => ({
  name: fresh("service"),
  description: "",
  labels: {},
  service_tier: 5,
  alert_on_add: false,
  auto_add_responding_team: false,
  remove_owner: true,
  teams: [],
  remove_remaining_teams: true,
  links: [],
  external_resources: [],
  remove_remaining_external_resources: true,
});

const service: Life = {
  path: "/v1/services",
  required: () => ({ name: fresh("service"), service_tier: 5 }),
  full: fullService,
  cleared: emptyService,
  shows: (body) => withoutRemovals(body),
  list: ({ name }) => `/v1/services?query=${name}`,
};

const functionality: Life = {
  path: "/v1/functionalities",
  required: () => ({ name: fresh("functionality") }),
  full: () => ({
    name: fresh("functionality"),
    description: "All of it",
    labels: { area: "shop" },
    auto_add_responding_team: true,
    owner: { id: teams[0].id },
    teams: ids([teams[0], teams[1]]),
    services: ids([seeded("services")]),
  }),
  cleared: () => ({
    name: fresh("functionality"),
    description: "",
    labels: {},
    auto_add_responding_team: false,
    remove_owner: true,
    teams: [],
    remove_remaining_teams: true,
    services: [],
    remove_remaining_services: true,
  }),
  shows: (body) => withoutRemovals(body),
  list: ({ name }) => `/v1/functionalities?query=${name}`,
};

const environment: Life = {
  path: "/v1/environments",
  required: () => ({ name: fresh("environment") }),
  full: () => ({ name: fresh("environment"), description: "All of it" }),
  cleared: () => ({ name: fresh("environment"), description: "" }),
  list: ({ name }) => `/v1/environments?query=${name}`,
};

const dependency: Life = {
  path: "/v1/service_dependencies",
  required: () => ({ service_id: seeded("services", 3).id, connected_service_id: seeded("services", 4).id }),
  full: () => ({
    service_id: seeded("services", 3).id,
    connected_service_id: seeded("services", 4).id,
    notes: "Calls it",
  }),
  cleared: () => ({ notes: "" }),
  shows: ({ service_id, connected_service_id, ...rest }) => ({
    ...rest,
    ...(service_id ? { service: { id: service_id }, connected_service: { id: connected_service_id } } : {}),
  }),
};

const updated = async (from: Loose, to: Loose): Promise<Loose> => {
  const { id } = await send("POST", "/v1/services", from);
  await send("PATCH", `/v1/services/${id}`, { ...emptyService(), remove_owner: undefined, ...to });
  return send("GET", `/v1/services/${id}`);
};

export const catalogueChecks: Checks = {
  ...checksOfLife("environment", environment),
  ...checksOfLife("functionality", functionality),
  ...checksOfLife("service", service),
  ...checksOfLife("service dependency", dependency),
  "functionality: adds no responding team unless it is asked to, through an update too": async () => {
    const { id } = await send("POST", "/v1/functionalities", { name: fresh("functionality") });
    const read = (): Promise<Loose> => send("GET", `/v1/functionalities/${id}`);
    expect((await read()).auto_add_responding_team ?? false).toBe(false);
    await send("PATCH", `/v1/functionalities/${id}`, { name: fresh("functionality"), labels: {} });
    expect((await read()).auto_add_responding_team ?? false).toBe(false);
  },
  "service: an update replaces all labels": async () => {
    const { labels } = await updated(fullService(), { ...fullService(), labels: { other: "two" } });
    expect(labels).toEqual({ other: "two" });
  },
  "service: an update changes owner and teams": async () => {
    const to = { owner: { id: teams[1].id }, teams: ids([teams[1], teams[2]]) };
    const changed = await updated(fullService(), to);
    expect(changed.owner.id).toBe(teams[1].id);
    expect(changed.teams.map(({ id }: Loose) => id)).toEqual([teams[1].id, teams[2].id]);
  },
  "service: its name and description are changed, and the list by name shows its tier": async () => {
    const name = fresh("renamed");
    const changed = await updated({ name: fresh("service") }, { name, description: "D" });
    expect(changed).toMatchObject({ name, description: "D" });
    const { data } = await send("GET", `/v1/services?query=${name}`);
    expect(data).toMatchObject([{ name, service_tier: 5 }]);
  },
  "services: a list filters by labels": async () => {
    const name = fresh("labelled");
    await send("POST", "/v1/services", { name, labels: { provider: "yes" } });
    const { data } = await send("GET", "/v1/services?labels=provider%3Dyes");
    expect(data).toMatchObject([{ name }]);
  },
};

/** A removal mark shows as nothing: `remove_owner` as no owner. */
function withoutRemovals(body: Loose): Loose {
  const shown = Object.entries(body).filter(([name]) => !name.startsWith("remove_"));
  return { ...Object.fromEntries(shown), ...(body.remove_owner ? { owner: null } : {}) };
}
