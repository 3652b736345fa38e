import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { beforeEach, describe, expect, it } from "vitest";
import { billing, sandboxOf, shelter, type Ask } from "./kit.js";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents and answers have any shape
type Loose = any;

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

describe("an API with envelopes, forms and keys that are texts", () => {
  let ask: Ask;
  beforeEach(() => ({ ask } = sandboxOf(billing)));
  const form = (fields: Record<string, string>) => new URLSearchParams(fields);

  it("takes and gives items within their envelopes", async () => {
    const made = await ask(
      "POST",
      "/v2/customers",
      form({ email: "a@b.example", balance: "12", "metadata[k]": "v" }),
    );
    const { customer } = made.body;
    expect(customer).toMatchObject({
      object: "customer",
      email: "a@b.example",
      balance: 12,
      metadata: { k: "v" },
    });
    const place = `/v2/customers/${customer.id}`;
    expect((await ask("GET", place)).body.customer).toEqual(customer);
    const page = (await ask("GET", "/v2/customers")).body;
    expect(page.data).toContainEqual(customer);
    expect(page).toMatchObject({ has_more: false, paging: { total: 3 } });
    expect((await ask("POST", place, form({ balance: "7" }))).body.customer).toEqual({
      ...customer,
      balance: 7,
    });
    expect((await ask("DELETE", place)).body).toEqual({ id: customer.id, deleted: true });
    const missing = await ask("GET", place);
    expect(missing).toMatchObject({ status: 404, kind: "error" });
    expect(missing.body.errors[0].message).toBe(`There is no customer ${customer.id}.`);
  });

  it("pages by the key of the last item, and leads nobody to pages that don't exist", async () => {
    const first = (await ask("GET", "/v2/customers?page_size=1")).body;
    expect(first).toMatchObject({ has_more: true, paging: { total: 2, next: null } });
    const second = (await ask("GET", `/v2/customers?page_size=1&starting_after=${first.data[0].id}`)).body;
    expect(second.has_more).toBe(false);
    expect(second.data[0].id).not.toBe(first.data[0].id);
  });

  it("names items by the field that their path names", async () => {
    const { plans } = (await ask("GET", "/v2/plans")).body;
    expect((await ask("GET", `/v2/plans/${encodeURIComponent(plans[1].name)}`)).body).toEqual(plans[1]);
    expect((await ask("GET", "/v2/plans/none")).status).toBe(404);
  });

  it("uses the first of two operations that differ only after #", async () => {
    const paths = {
      ...billing.paths,
      "/v2/plans/{name}#preview": { get: { responses: { 200: { description: "ok" } } } },
    };
    const { ask: asked } = sandboxOf({ ...billing, paths });
    const { plans } = (await asked("GET", "/v2/plans")).body;
    expect((await asked("GET", `/v2/plans/${plans[0].name}`)).body).toEqual(plans[0]);
    expect((await asked("GET", "/v2/plans/none")).status).toBe(404);
  });

  it("says so where no answer can be valid", async () => {
    expect(await ask("GET", "/v2/impossible")).toMatchObject({ status: 501, kind: "undeclared-error" });
  });
});

describe.each(Object.entries({ shelter, billing }))("every answer of %s", (_, contract) => {
  it("is valid by an independent validator", async () => {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const document = nullable(contract) as typeof contract;
    const { ask, sandbox } = sandboxOf(contract);
    let judged = 0;
    for (const operation of Object.keys(sandbox.laws)) {
      const [method = "", template = ""] = operation.split(" ");
      const item = (document.paths as Loose)[template];
      const declared = item[method.toLowerCase()].responses;
      for (const path of [
        template.replace(/\{\w+\}/, await existing(template)),
        template.replace(/\{\w+\}/, "4711"),
      ]) {
        const body =
          method === "POST" || method === "PUT" ? bodies[template.replace(/\/\{\w+\}$/, "")] : undefined;
        const { status, body: answered, type } = await ask(method, path, body?.());
        const answer = declared[status] ?? declared[`${String(status)[0]}XX`] ?? declared.default;
        const schema = (answer?.$ref ? (document.components as Loose).responses.Missing : answer)?.content?.[
          "application/json"
        ]?.schema;
        if (!schema || !type?.includes("json") || status === 501) continue;
        const validate = ajv.compile({ ...schema, components: document.components } as object);
        expect(
          validate(answered),
          `${operation} ${path} ${status} ${JSON.stringify([answered, validate.errors])}`,
        ).toBe(true);
        judged += 1;
      }
    }
    expect(judged).toBeGreaterThan(8);

    async function existing(template: string): Promise<string> {
      const [list] = template.split("/{");
      const { body } = await ask("GET", list!);
      const items = Array.isArray(body) ? body : (Object.values(body ?? {}).find(Array.isArray) ?? []);
      return encodeURIComponent(String(items[0]?.id ?? items[0]?.name ?? "1"));
    }
  });
});

/** What each collection takes. */
const bodies: Readonly<Record<string, () => unknown>> = {
  "/pets": () => ({ name: "Rex" }),
  "/pets/{petId}/visits": () => ({ on: "2026-01-02" }),
  "/settings": () => ({ opens: "8:00" }),
  "/v2/customers": () => new URLSearchParams({ email: "a@b.example" }),
};

/** OpenAPI 3.0's `nullable` in JSON Schema. */
function nullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nullable);
  if (typeof node !== "object" || node === null) return node;
  const { nullable: isNullable, ...rest } = node as Record<string, unknown>;
  const copy = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, nullable(value)]));
  return isNullable === true ? { ...copy, type: [copy.type, "null"] } : copy;
}
