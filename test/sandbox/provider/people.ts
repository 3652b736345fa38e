import { expect } from "vitest";
import type { Loose } from "../kit/loose.js";
import { call, fresh, seeded, send, store, type Checks } from "./kit.js";

const path = "/v1/teams";
const [first, second] = [seeded("users"), seeded("users", 1)];
const incident_role_id = seeded("incident_roles").id;

const read = (id: string): Promise<Loose> => send("GET", `${path}/${id}`);
const usersBy = async (text: string): Promise<Loose[]> =>
  (await send("GET", `/v1/users?query=${encodeURIComponent(text)}`)).data;
const schedulesBy = async (name: string): Promise<string[]> =>
  (await send("GET", `/v1/schedules?query=${encodeURIComponent(name)}`)).data.map((one: Loose) => one.name);

export const peopleChecks: Checks = {
  "team: is made from its name, gets a slug, and is gone after the deletion": async () => {
    const name = fresh("team");
    const { id } = await send("POST", path, { name });
    expect(await read(id)).toMatchObject({ name, slug: name });
    await send("DELETE", `${path}/${id}`);
    expect((await call("GET", `${path}/${id}`)).status).toBe(404);
  },
  "team: name, description and slug change, and change back": async () => {
    const { id } = await send("POST", path, { name: fresh("team") });
    for (const body of [
      { name: fresh("team"), description: "D", slug: fresh("slug") },
      { name: fresh("team"), description: "" },
    ]) {
      await send("PATCH", `${path}/${id}`, body);
      expect(await read(id)).toMatchObject(body);
    }
  },
  "team: is imported by its id as it was made": async () => {
    const made = await send("POST", path, { name: fresh("team"), description: "D" });
    expect(await read(made.id)).toEqual(made);
  },
  "team: a membership shows its user and the default incident role": async () => {
    const memberships = [{ user_id: first.id, incident_role_id }];
    const { id } = await send("POST", path, { name: fresh("team"), memberships });
    expect((await read(id)).memberships).toMatchObject([
      { user: { id: first.id }, default_incident_role: { id: incident_role_id } },
    ]);
  },
  "team: a read shows owned services and those it responds to": async () => {
    const { id } = await send("POST", path, { name: fresh("team") });
    const owned = await send("POST", "/v1/services", { name: fresh("service"), owner: { id } });
    expect((await read(id)).owned_services).toMatchObject([{ id: owned.id }]);
  },
  "team: an unknown id is not found": async () => {
    expect((await call("GET", `${path}/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
  },
  "teams: a list is searched by name": async () => {
    const name = fresh("soughtteam");
    await send("POST", path, { name });
    expect((await send("GET", `${path}?query=${name}`)).data).toMatchObject([{ name }]);
  },
  "teams: each page says which is next, and together they hold every team once": async () => {
    const all: string[] = [];
    for (let page: number | null = 1; page !== null;) {
      const { data, pagination } = await send("GET", `${path}?per_page=3&page=${page}`);
      all.push(...data.map((one: Loose) => one.id));
      page = pagination.next;
    }
    expect(all.toSorted()).toEqual(
      store
        .all("teams")
        .map((one) => one.id)
        .toSorted(),
    );
  },
  "teams: a list shows memberships": async () => {
    const { data } = await send("GET", path);
    expect((data as Loose[]).some((one) => one.memberships.length > 0)).toBe(true);
  },
  "user: is found by the whole e-mail address": async () => {
    expect((await usersBy(first.data.email)).map((one) => one.id)).toEqual([first.id]);
  },
  "user: a part of an address can find several": async () => {
    const domain = String(second.data.email).split("@")[1]!;
    expect((await usersBy(domain)).length).toBeGreaterThan(1);
  },
  "user: an unknown address finds none": async () => {
    expect(await usersBy("nobody@nowhere.test")).toEqual([]);
  },
  "schedule of another system: is found by its name": async () => {
    const { name } = seeded("schedules").data;
    expect(await schedulesBy(name)).toContain(name);
  },
  "schedule of another system: an unknown name finds none": async () => {
    expect(await schedulesBy("No such schedule")).toEqual([]);
  },
};
