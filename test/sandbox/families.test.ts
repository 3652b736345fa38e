import { beforeAll, describe, expect, it } from "vitest";
import { readContract } from "../../sandbox/contract/contract.js";
import { findFamilies, type Family } from "../../sandbox/contract/families.js";
import { practice } from "./kit/client.js";
import { loadContract } from "./kit/contract.js";
import { bodyFor, queryFor, stateOf } from "./kit/examples.js";
import { fillPath } from "./kit/paths.js";

const families = findFamilies(readContract(loadContract()));
const whole = families.filter(({ create, remove, itemPath }) => create && remove && itemPath);
const { sandbox, call, pass } = practice();

/** Creates whose answer is the parent, several records, or nothing. The new item is found by listing. */
const answersOtherwise = new Set([
  "nunc_connections/component_groups",
  "nunc_connections/links",
  "incidents/alerts",
  "nunc/subscriptions",
]);

/** Archived records that can still be read, with their discarded_at. */
const readsArchive = new Set(["/v1/incident_roles"]);

/** Fields that a change may set, with their new values. */
const changes: Record<string, unknown> = {
  name: "Changed name",
  summary: "Changed summary",
  description: "Changed words",
  title: "Changed title",
  body: "Changed body",
  display_name: "Changed label",
  url: "https://changed.example",
};

async function law(family: Family): Promise<void> {
  const base = fillPath(family.path, families, stateOf(sandbox));
  const before = new Set(sandbox.world.store.everything(family.collection).map(({ id }) => id));
  const made = await call(family.create!.method, base, bodyFor(family.create!, stateOf(sandbox)));
  expect(made.status, JSON.stringify(made.body)).toBe(family.create!.success.status);
  pass(1);
  const id = sandbox.world.store
    .everything(family.collection)
    .map((item) => item.id)
    .find((key) => !before.has(key));
  expect(id, "something new is kept").toBeDefined();
  if (!answersOtherwise.has(family.collection)) expect(made.body[family.key]).toBe(id);
  const item = `${base}/${id}`;
  const last = item + queryFor(family.remove!, stateOf(sandbox));
  await listed(family, base, id!, true);
  if (family.get) expect((await call("GET", item)).body[family.key]).toBe(id);
  await changed(family, item);
  expect((await call("DELETE", last)).status).toBe(204);
  await listed(family, base, id!, false);
  if (family.get) expect((await call("GET", item)).status).toBe(readsArchive.has(family.path) ? 200 : 404);
  expect((await call("DELETE", last)).status).toBe(404);
}

async function listed(family: Family, base: string, id: string, expected: boolean): Promise<void> {
  if (!family.list) return;
  const paged = family.list.parameters.some(({ name }) => name === "per_page");
  const { body } = await call("GET", base + (paged ? "?per_page=200" : ""));
  const rows = [body.data ?? body.Resources ?? body].flat() as Record<string, unknown>[];
  // If the contract declares one entity for many, only the first is visible.
  if (!Array.isArray(body.data ?? body.Resources ?? body)) return;
  expect(
    rows.some((row) => row[family.key] === id),
    `${family.path} lists ${id}`,
  ).toBe(expected);
}

async function changed(family: Family, item: string): Promise<void> {
  const update = family.update ?? family.replace;
  const field = Object.keys(changes).find((name) => update?.body?.properties?.[name]);
  if (!update || !field) return;
  const body = { ...(bodyFor(update, stateOf(sandbox)) as object), [field]: changes[field] };
  const answer = await call(update.method, item, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(update.success.status);
  if (!family.get) return;
  const shown = (await call("GET", item)).body as Record<string, unknown>;
  if (field in shown) expect(shown[field]).toBe(changes[field]);
}

// Parents without children, so that linked records are new.
beforeAll(async () => {
  const team = sandbox.world.store.all("teams")[0]!.id;
  await call("POST", "/v1/incidents", { name: "For the law" });
  await call("POST", "/v1/page/signals", { summary: "For the law", target_type: "Team", target_id: team });
  const conversation = sandbox.world.store.all("conversations").at(-1)!.id;
  await call("POST", `/v1/conversations/${conversation}/comments`, { body: "First" });
});

describe("every family of resources: create, list, get, change, get, delete, missing", () => {
  it.each(whole.map((family) => [family.path, family] as const))("%s", async (_path, family) => law(family));

  it("covers more than fifty families", () => expect(whole.length).toBeGreaterThan(50));

  it("answers 404 for an unknown id, in every family that has ids", async () => {
    const wrong: string[] = [];
    for (const { path, get } of families) {
      if (!get) continue;
      const reply = await call(
        "GET",
        `${fillPath(path, families, stateOf(sandbox))}/00000000-0000-4000-8000-00000000dead`,
      );
      if (reply.status !== 404) wrong.push(`${get.key} → ${reply.status}`);
    }
    expect(wrong).toEqual([]);
  });
});
