import { expect } from "vitest";
import type { Loose } from "../kit/loose.js";
import { checksOfLife, fresh, refused, seeded, send, store, type Checks, type Life } from "./kit.js";

const slug = (word: string): string => fresh(word).toUpperCase();
const condition_id = seeded("severity_matrix/conditions").id;

const role: Life = {
  path: "/v1/incident_roles",
  required: () => ({ name: fresh("role"), summary: "Talks" }),
  full: () => ({ name: fresh("role"), summary: "Talks", description: "To customers" }),
  cleared: () => ({ name: fresh("role"), summary: "Talks", description: "" }),
  isArchived: true,
  list: () => "/v1/incident_roles?per_page=200",
};

const emptyTemplate = (): Loose => ({
  description: "",
  customer_impact_summary: "",
  severity: "",
  priority: "",
  private_incident: false,
  tag_list: [],
  runbook_ids: [],
  team_ids: [],
  impacts: [],
});

const incidentType: Life = {
  path: "/v1/incident_types",
  required: () => ({ name: fresh("type"), description: "D", template: emptyTemplate() }),
  full: () => ({
    name: fresh("type"),
    description: "D",
    template: {
      description: "What to write",
      customer_impact_summary: "Nobody can pay",
      severity: "SEV1",
      priority: "P1",
      private_incident: false,
      tag_list: ["one", "two"],
      runbook_ids: [seeded("runbooks").id],
      team_ids: [seeded("teams").id, seeded("teams", 1).id],
      impacts: [
        { id: seeded("services").id, condition_id },
        { id: seeded("services", 1).id, condition_id },
      ],
    },
  }),
  cleared: () => ({ name: fresh("type"), description: "", template: emptyTemplate() }),
  list: ({ name }) => `/v1/incident_types?query=${name}`,
};

const priority: Life = {
  path: "/v1/priorities",
  required: () => ({ slug: slug("priority") }),
  full: () => ({ slug: slug("priority"), description: "Soon", default: true }),
  cleared: () => ({ slug: slug("priority"), description: "", default: false }),
  key: "slug",
  list: () => "/v1/priorities?per_page=200",
};

const severity: Life = {
  path: "/v1/severities",
  required: () => ({ slug: slug("severity") }),
  full: () => ({ slug: slug("severity"), description: "Bad" }),
  cleared: () => ({ slug: slug("severity"), description: "" }),
  key: "slug",
  list: () => "/v1/severities?per_page=200",
};

const taskList: Life = {
  path: "/v1/task_lists",
  required: () => ({
    name: fresh("tasks"),
    description: "",
    task_list_items: [{ summary: "One", description: "" }],
  }),
  full: () => ({
    name: fresh("tasks"),
    description: "In order",
    task_list_items: [
      { summary: "One", description: "First" },
      { summary: "Two", description: "Second" },
    ],
  }),
  cleared: () => ({
    name: fresh("tasks"),
    description: "",
    task_list_items: [{ summary: "Only", description: "" }],
  }),
  list: ({ name }) => `/v1/task_lists?query=${name}`,
};

const phase = (): Promise<Loose> => send("GET", "/v1/lifecycles/phases").then(({ data }) => data[1]);
const milestones = "/v1/lifecycles/milestones";
const milestone = async (): Promise<Loose> => ({
  name: fresh("Milestone"),
  slug: fresh("milestone"),
  description: "D",
  phase_id: (await phase()).id,
  position: 0,
});

const twenty = store
  .all("permissions")
  .slice(0, 20)
  .map(({ id }) => id);
const roleWith = async (permissions: string[]): Promise<Loose> =>
  send("POST", "/v1/roles", { name: fresh("Own role"), description: "D", permissions });
const permissionsOf = ({ permissions }: Loose): string[] => permissions.map((one: Loose) => one.slug);

export const settingsChecks: Checks = {
  ...checksOfLife("incident role", role),
  ...checksOfLife("incident type", incidentType),
  ...checksOfLife("priority", priority),
  ...checksOfLife("severity", severity),
  ...checksOfLife("task list", taskList),
  "priority: a slug that is too long, or has other signs than letters and digits, is refused": async () => {
    for (const wrong of ["P".repeat(24), "P-1"]) await refused("POST", "/v1/priorities", { slug: wrong });
  },
  "severity: a slug that is too long, or has other signs than letters and digits, is refused": async () => {
    for (const wrong of ["S".repeat(24), "SEV_1"]) await refused("POST", "/v1/severities", { slug: wrong });
  },
  "milestone: is made in its phase, and its phase no longer lists it after the deletion": async () => {
    const body = await milestone();
    const { phase_id: _, ...shown } = body;
    const { id } = await send("POST", milestones, body);
    expect((await phase()).milestones[0]).toMatchObject({ id, ...shown });
    await send("DELETE", `${milestones}/${id}`);
    expect((await phase()).milestones.map((one: Loose) => one.id)).not.toContain(id);
  },
  "milestone: is renamed and moved": async () => {
    const { id } = await send("POST", milestones, await milestone());
    await send("PATCH", `${milestones}/${id}`, { name: "Renamed", position: 1 });
    expect((await phase()).milestones[1]).toMatchObject({ id, name: "Renamed", position: 1 });
  },
  "milestone: is imported from the list of phases, where its id is unique": async () => {
    const { id } = await send("POST", milestones, await milestone());
    const { data } = await send("GET", "/v1/lifecycles/phases");
    const all = (data as Loose[]).flatMap((one) => one.milestones as Loose[]);
    expect(all.filter((one) => one.id === id)).toHaveLength(1);
  },
  "phase: is found by its name": async () => {
    const { data } = await send("GET", "/v1/lifecycles/phases");
    expect((data as Loose[]).map(({ name }) => String(name).toLowerCase())).toContain("started");
  },
  "permissions: each shows its slug, names, category and availability": async () => {
    const { data } = await send("GET", "/v1/permissions");
    const text = expect.any(String);
    for (const one of data as Loose[])
      expect(one).toMatchObject({
        slug: text,
        display_name: text,
        description: text,
        category_slug: text,
        category_display_name: text,
        available: expect.any(Boolean),
      });
  },
  "role: a built-in role is found by its slug, with name, description and permissions": async () => {
    const { data } = await send("GET", "/v1/roles?per_page=200");
    const member = (data as Loose[]).find((one) => one.slug === "member");
    expect(member).toMatchObject({
      built_in: true,
      name: expect.any(String),
      description: expect.any(String),
    });
    expect(member!.permissions.length).toBeGreaterThan(0);
  },
  "role: a built-in role is read by its id, with its permissions": async () => {
    const { data } = await send("GET", "/v1/roles?per_page=200");
    const member = (data as Loose[]).find((one) => one.slug === "member")!;
    expect(permissionsOf(await send("GET", `/v1/roles/${member.id}`))).toEqual(permissionsOf(member));
  },
  "role: an own role is not built in, has a slug, and is renamed": async () => {
    const { id } = await roleWith(["read_incidents"]);
    const read = (): Promise<Loose> => send("GET", `/v1/roles/${id}`);
    expect(await read()).toMatchObject({ built_in: false, slug: expect.any(String) });
    await send("PATCH", `/v1/roles/${id}`, { name: "Renamed role", description: "D2" });
    expect(await read()).toMatchObject({ name: "Renamed role", description: "D2" });
    expect(permissionsOf(await read())).toEqual(["read_incidents"]);
  },
  "role: an update replaces twenty permissions with nineteen": async () => {
    const { id, name } = await roleWith(twenty);
    expect(permissionsOf(await send("GET", `/v1/roles/${id}`))).toEqual(twenty);
    await send("PATCH", `/v1/roles/${id}`, { name, permissions: twenty.slice(1) });
    expect(permissionsOf(await send("GET", `/v1/roles/${id}`))).toEqual(twenty.slice(1));
  },
  "status update template: is made and read": async () => {
    const body = { name: fresh("template"), body: "We are on it" };
    const { id } = await send("POST", "/v1/status_update_templates", body);
    expect(await send("GET", `/v1/status_update_templates/${id}`)).toMatchObject(body);
  },
};
