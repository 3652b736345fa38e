import { describe, expect, it } from "vitest";
import { documentOf, generatedFrom, posting } from "./kit.js";
import { bodyOf, text } from "./schemas-kit.js";

describe("a read-only property", () => {
  const service = {
    type: "object",
    required: ["id", "type"],
    properties: {
      id: { type: "string", readOnly: true },
      type: { type: "string", enum: ["service_reference"] },
      summary: { type: "string", readOnly: true },
    },
  };

  it("in a nested object that requires it is shown, and sent", async () => {
    const { schemas, send } = await bodyOf(
      {
        type: "object",
        required: ["service"],
        properties: { service: { $ref: "#/components/schemas/Service" } },
      },
      { Service: service },
    );
    expect(schemas.post_it).toMatchObject({
      properties: { service: { properties: { id: text, type: {} } } },
    });
    const args = { service: { id: "P1", type: "service_reference" } };
    expect(send("post_it", args).body).toBe(JSON.stringify(args));
  });

  it("that is the only identifier of an object is shown, even if it is not required", async () => {
    const { required: _, ...open } = service;
    const { schemas } = await bodyOf({ type: "object", properties: { service: open } });
    const { properties } = (schemas.post_it as { properties: { service: { properties: object } } }).properties
      .service;
    expect(Object.keys(properties)).toEqual(["id", "type"]);
  });

  it("of the record itself is neither shown nor required, but accepted", async () => {
    const { schemas, send } = await bodyOf({
      type: "object",
      required: ["id", "name"],
      properties: {
        id: { type: "string", readOnly: true },
        name: text,
        owner: { type: "object", readOnly: true, properties: { id: text } },
      },
    });
    expect(schemas.post_it).toEqual({ type: "object", properties: { name: text }, required: ["name"] });
    expect(send("post_it", { name: "n" }).body).toBe(`{"name":"n"}`);
    const whole = { id: "1", name: "n", owner: { id: "2" } };
    expect(JSON.parse(send("post_it", whole).body!)).toEqual(whole);
  });

  it("is shown if another part of an allOf requires it", async () => {
    const { schemas } = await bodyOf({
      type: "object",
      properties: {
        sub: {
          allOf: [{ properties: { at: { type: "string", readOnly: true }, k: text } }, { required: ["at"] }],
        },
      },
    });
    expect(schemas.post_it).toMatchObject({ properties: { sub: { properties: { at: text, k: text } } } });
  });
});

describe("an integer of 64 bits", () => {
  const id = { type: "integer", format: "int64" };
  const big = "725653563933458432";
  const generated = () =>
    generatedFrom({
      "pets.json": documentOf({
        "/pets/{id}": {
          post: {
            ...posting({
              type: "object",
              properties: {
                parent: id,
                ids: { type: "array", items: id },
                counts: { type: "object", additionalProperties: id },
                note: text,
              },
            }),
            parameters: [{ name: "id", in: "path", required: true, schema: id }],
          },
        },
      }),
    });

  it("may be given as digits, and the schema says so", async () => {
    const { schemas } = await generated();
    const { anyOf } = (schemas.post_it as { properties: { id: { anyOf: object[] } } }).properties.id;
    expect(anyOf).toMatchObject([{ type: "integer" }, { type: "string", pattern: "^-?[0-9]+$" }]);
  });

  it("is sent digit by digit: in a path, and in JSON as a number", async () => {
    const { send } = await generated();
    const args = { id: big, parent: big, ids: [big, 7], counts: { a: "-9223372036854775808" }, note: big };
    expect(send("post_it", args)).toMatchObject({
      line: `POST /pets/${big}`,
      body: `{"parent":${big},"ids":[${big},7],"counts":{"a":-9223372036854775808},"note":"${big}"}`,
    });
  });

  it("is sent as a number inside a list that also takes texts", async () => {
    const labels = { type: "array", items: { oneOf: [text, { type: "object", properties: { id } }] } };
    const { send } = await bodyOf({ type: "object", properties: { labels } });
    expect(send("post_it", { labels: [big, { id: big }] }).body).toBe(`{"labels":["${big}",{"id":${big}}]}`);
  });

  it("is refused as a number that lost digits, and as a text that is not a number", async () => {
    const { send } = await generated();
    expect(() => send("post_it", { id: Number(big) })).toThrow(
      "id: is past 9007199254740991, where a JSON number loses digits; give all its digits as text",
    );
    expect(() => send("post_it", { id: "7e3" })).toThrow(/id/);
  });
});

describe("an enum", () => {
  it("of integers is shown as integers", async () => {
    const { schemas, send } = await bodyOf({
      type: "object",
      properties: { size: { type: "integer", enum: [1, 5, 2] } },
    });
    expect(schemas.post_it).toMatchObject({ properties: { size: { type: "integer", enum: [1, 5, 2] } } });
    expect(() => send("post_it", { size: 3 })).toThrow(/size/);
  });

  it("does not show an empty text, and accepts it", async () => {
    const { schemas, send } = await bodyOf({
      type: "object",
      properties: { sort: { type: "string", enum: ["", "asc"] } },
    });
    expect(schemas.post_it).toMatchObject({ properties: { sort: { type: "string", enum: ["asc"] } } });
    expect(send("post_it", { sort: "" }).body).toBe(`{"sort":""}`);
  });
});

describe("an allOf", () => {
  it("keeps the stricter of two limits", async () => {
    const { send } = await bodyOf({
      type: "object",
      properties: {
        a: {
          allOf: [
            { type: "string", maxLength: 3 },
            { type: "string", maxLength: 9 },
          ],
        },
        b: {
          allOf: [
            { type: "integer", minimum: 5 },
            { type: "integer", minimum: 1, maximum: 9 },
          ],
        },
      },
    });
    expect(() => send("post_it", { a: "abcd" })).toThrow(/a/);
    expect(() => send("post_it", { b: 4 })).toThrow(/b/);
    expect(send("post_it", { a: "abc", b: 5 }).body).toBe(`{"a":"abc","b":5}`);
  });

  const base = { type: "object", properties: { email: text, name: text } };
  const requires = { required: ["email"] };
  it.each(
    Object.entries({
      "next to the part that describes it": { properties: { from: { allOf: [base, requires] } } },
      "in a field that another part describes": {
        allOf: [{ type: "object", properties: { from: base } }, { properties: { from: requires } }],
      },
      "two levels down": {
        allOf: [
          { properties: { from: { type: "object", properties: { of: base } } } },
          { properties: { from: { properties: { of: requires } } } },
        ],
      },
    }),
  )("requires a field by a part that only says so, %s", async (_, schema) => {
    const { schemas } = await bodyOf({ type: "object", ...schema });
    const shown = JSON.stringify(schemas.post_it);
    expect(shown).toContain(`"required":["email"]`);
  });

  it("requires nothing that only some of its alternatives require", async () => {
    const either = { anyOf: [{ required: ["email"] }, { required: ["name"] }] };
    const { send } = await bodyOf({ allOf: [base, either] });
    expect(send("post_it", { name: "n" }).body).toBe(`{"name":"n"}`);
    expect(send("post_it", { email: "e" }).body).toBe(`{"email":"e"}`);
  });

  it("of two types is reported", async () => {
    const { problems } = await bodyOf({
      type: "object",
      properties: { s: { allOf: [text, { type: "integer" }] } },
    });
    expect(problems).toEqual([
      "POST /it: An allOf asks for a text and for a number at once. Either is accepted.",
    ]);
  });
});
