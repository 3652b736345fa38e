import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { beforeEach, describe, expect, it } from "vitest";
import { billing } from "./billing.js";
import { sandboxOf, type Ask } from "./kit.js";
import { shelter } from "./shelter.js";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents and answers have any shape
type Loose = any;

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
