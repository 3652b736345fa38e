import { beforeEach, describe, expect, it } from "vitest";
import { sandboxOf, type Ask } from "./kit.js";
import { shelter } from "./shelter.js";

describe("a plain API", () => {
  let ask: Ask;
  beforeEach(() => ({ ask } = sandboxOf(shelter)));

  it("keeps what is created: list and get show it, PATCH changes it, DELETE removes it, then it is missing", async () => {
    const made = await ask("POST", "/pets", { name: "Rex", kind: "dog", home: { city: "Bern" } });
    expect(made).toMatchObject({
      status: 201,
      kind: "state",
      body: { name: "Rex", kind: "dog", home: { city: "Bern" } },
    });
    const place = `/pets/${made.body.id}`;
    expect((await ask("GET", "/pets")).body).toContainEqual(made.body);
    expect((await ask("GET", place)).body).toEqual(made.body);
    const changed = await ask("PATCH", place, { notes: "shy", home: { zip: "3000" } });
    expect(changed.body).toMatchObject({ name: "Rex", notes: "shy", home: { city: "Bern", zip: "3000" } });
    expect((await ask("GET", place)).body).toEqual(changed.body);
    expect(await ask("DELETE", place)).toMatchObject({ status: 204, body: "" });
    expect(await ask("GET", place)).toMatchObject({
      status: 404,
      kind: "error",
      body: { title: `There is no pet ${made.body.id}.`, status: 404 },
    });
    expect((await ask("DELETE", place)).status).toBe(404);
    expect((await ask("GET", "/pets")).body).not.toContainEqual(changed.body);
  });

  it("replaces by PUT: what is left out is gone, the key stays", async () => {
    const { body } = await ask("POST", "/pets", { name: "Rex", notes: "old" });
    const replaced = await ask("PUT", `/pets/${body.id}`, { name: "Max" });
    expect(replaced.body).toMatchObject({ id: body.id, name: "Max" });
    expect(replaced.body).not.toHaveProperty("notes");
  });

  it("makes up nothing that a client left out, and takes the contract's defaults", async () => {
    const { body } = await ask("POST", "/pets", { name: "Rex" });
    expect(body.kind).toBe("cat");
    expect(Object.keys(body)).not.toContain("home");
    expect(body.tag).toMatch(/^T-\d{4}$/);
  });

  it("begins with two items, the same for the same seed, and with none for the seed empty", async () => {
    const { body } = await ask("GET", "/pets");
    expect(body).toHaveLength(2);
    const now = () => new Date(0);
    const [one, same, other] = await Promise.all(
      ["a", "a", "b"].map(
        async (seed) => (await sandboxOf(shelter, { seed, now }).ask("GET", "/pets")).body as unknown,
      ),
    );
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    expect((await sandboxOf(shelter, { seed: "empty" }).ask("GET", "/pets")).body).toEqual([]);
  });

  it("pages and filters lists", async () => {
    for (const name of ["Aa", "Bb", "Cc"]) await ask("POST", "/pets", { name, kind: "dog" });
    const names = async (query: string) =>
      (await ask("GET", `/pets?${query}`)).body.map(({ name }: { name: string }) => name) as string[];
    expect(await names("kind=dog")).toEqual(expect.arrayContaining(["Aa", "Bb", "Cc"]));
    expect(await names("limit=2&offset=2")).toEqual(["Aa", "Bb"]);
  });

  it("refuses what breaks the contract, with the error that the operation declares", async () => {
    const refused = await ask("POST", "/pets", { kind: "dog" });
    expect(refused).toMatchObject({ status: 422, kind: "error", body: { status: 422 } });
    expect(refused.body.title).toContain("name");
    expect((await ask("GET", "/pets?limit=0")).body.message).toContain("limit");
    expect((await ask("GET", "/pets/not-a-number")).status).toBe(400);
    expect(await ask("PATCH", "/pets/1", "no object")).toMatchObject({
      status: 400,
      kind: "undeclared-error",
    });
    expect((await ask("GET", "/nothing")).status).toBe(404);
    expect((await ask("DELETE", "/pets")).status).toBe(405);
  });

  it("keeps the items of each parent apart, and refuses a parent that does not exist", async () => {
    const [one, other] = (await ask("GET", "/pets")).body as { id: number }[];
    const visit = { on: "2026-01-02", vet: "Ada" };
    expect((await ask("POST", `/pets/${one!.id}/visits`, visit)).body).toEqual(visit);
    expect((await ask("GET", `/pets/${one!.id}/visits`)).body).toContainEqual(visit);
    expect((await ask("GET", `/pets/${other!.id}/visits`)).body).not.toContainEqual(visit);
    expect((await ask("GET", "/pets/99999/visits")).status).toBe(404);
  });

  it("answers an action with the item as it is and says that it can't infer more", async () => {
    const { body } = await ask("POST", "/pets", { name: "Rex" });
    const adopted = await ask("POST", `/pets/${body.id}/adopt`);
    expect(adopted).toMatchObject({ status: 200, kind: "sample", body });
    expect(adopted.note).toContain("as it is");
    expect((await ask("POST", "/pets/99999/adopt")).status).toBe(404);
  });

  it("answers what it can't infer with a sample, the same each time, and says so", async () => {
    const [{ id }] = (await ask("GET", "/pets")).body as [{ id: number }];
    const weighed = await ask("GET", `/pets/${id}/weight`);
    expect(weighed).toMatchObject({ status: 200, kind: "sample" });
    expect(weighed.note).toContain("made-up sample");
    expect([100, 150, 200]).toContain(weighed.body.grams);
    expect((await ask("GET", `/pets/${id}/weight`)).body).toEqual(weighed.body);
    expect(await ask("GET", `/pets/${id}/photo`)).toMatchObject({ kind: "sample", type: "image/png" });
  });

  it("keeps things of which there is one", async () => {
    expect((await ask("PUT", "/settings", { opens: "9:00" })).body).toMatchObject({ opens: "9:00" });
    expect((await ask("GET", "/settings")).body).toEqual({ opens: "9:00" });
  });

  it("shows its state and laws at the control endpoint, and starts again on demand", async () => {
    await ask("POST", "/pets", { name: "Rex" });
    expect((await ask("GET", "/__control")).body.laws).toMatchObject({
      "POST /pets": "create",
      "POST /pets/{petId}/adopt": "act",
    });
    expect(JSON.stringify((await ask("GET", "/__control/state")).body["/pets"])).toContain("Rex");
    expect(JSON.stringify((await ask("GET", "/")).body)).toContain("Rex");
    expect((await ask("POST", "/__control/reset")).status).toBe(204);
    expect((await ask("GET", "/__control/state")).body).toEqual({});
  });

  it("fails on demand", async () => {
    await ask("POST", "/__control/chaos", { errors: 1 });
    expect((await ask("GET", "/pets")).status).toBeGreaterThanOrEqual(500);
  });
});
