import { describe, expect, it } from "vitest";
import { documentOf, generatedFrom, posting, type Generated } from "./kit.js";

/** A document with one operation, `post_it`, with a JSON body of the schema. */
function bodyOf(schema: object, schemas: object = {}): Promise<Generated> {
  return generatedFrom({
    "pets.json": documentOf({ "/it": { post: posting(schema) } }, { components: { schemas } }),
  });
}

const text = { type: "string" };

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

  it("is refused as a number that lost digits, and as a text that is not a number", async () => {
    const { send } = await generated();
    expect(() => send("post_it", { id: Number(big) })).toThrow(/id/);
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

describe("an argument", () => {
  it("of type object without properties accepts any object", async () => {
    const { schemas, send } = await bodyOf({
      type: "object",
      required: ["meta"],
      properties: { meta: { type: "object" } },
    });
    expect(schemas.post_it).toMatchObject({
      properties: { meta: { type: "object", additionalProperties: true } },
    });
    expect(send("post_it", { meta: { a: [1] } }).body).toBe(`{"meta":{"a":[1]}}`);
  });

  it("that is cut for its size keeps its type, its enum and its required fields", async () => {
    const many = (depth: number): object => ({
      type: "object",
      properties: Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [
          `field_${depth}_${at}`,
          depth === 0
            ? { type: "string", description: "x".repeat(200) }
            : at === 0
              ? many(depth - 1)
              : { type: "array", items: many(0) },
        ]),
      ),
    });
    const { schemas } = await bodyOf({
      type: "object",
      required: ["kind", "deep", "list"],
      properties: {
        kind: { type: "string", enum: ["a", "b"] },
        deep: many(3),
        list: { type: "array", items: many(2) },
      },
    });
    expect(schemas.post_it).toMatchObject({
      required: ["deep", "kind", "list"],
      properties: {
        kind: { type: "string", enum: ["a", "b"] },
        deep: { type: "object" },
        list: { type: "array" },
      },
    });
    expect(untyped(schemas.post_it)).toEqual([]);
  });

  it("that contains itself keeps its type where it is cut", async () => {
    const node = {
      type: "object",
      properties: { kids: { type: "array", items: { $ref: "#/components/schemas/Node" } }, v: text },
    };
    const { schemas } = await bodyOf({ $ref: "#/components/schemas/Node" }, { Node: node });
    expect(untyped(schemas.post_it)).toEqual([]);
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

describe("a media type", () => {
  it("is sent with its parameters", async () => {
    const content = {
      "application/json; version=2": { schema: { type: "object", properties: { a: text } } },
    };
    const { send } = await generatedFrom({
      "pets.json": documentOf({
        "/it": { post: { operationId: "post_it", requestBody: { content }, responses: {} } },
      }),
    });
    expect(send("post_it", { a: "1" }).headers).toMatchObject({
      "Content-Type": "application/json; version=2",
    });
  });
});

describe("a multipart form", () => {
  const schema = {
    type: "object",
    properties: {
      photo: { type: "string", format: "binary" },
      any_image: { type: "string", format: "binary" },
      page: text,
      options: { type: "object", properties: { foo: text } },
      note: text,
    },
  };
  const encoding = {
    photo: { contentType: "image/png, image/jpeg" },
    any_image: { contentType: "image/*" },
    page: { contentType: "text/xml" },
    options: { contentType: "application/json; charset=utf-8" },
  };
  const generated = () =>
    generatedFrom({
      "pets.json": documentOf({
        "/it": {
          post: {
            operationId: "post_it",
            requestBody: { content: { "multipart/form-data": { schema, encoding } } },
            responses: {},
          },
        },
      }),
    });

  it("offers the media types of a file if the document allows several", async () => {
    const { schemas } = await generated();
    expect(schemas.post_it).toMatchObject({
      properties: {
        photo: { properties: { content_type: { enum: ["image/png", "image/jpeg"] } } },
        any_image: { properties: { content_type: { description: "One of image/*." } } },
      },
    });
  });

  it("gives its parts the types in the document", async () => {
    const { send } = await generated();
    const file = { content_base64: "aGk=" };
    const { body } = send("post_it", {
      photo: file,
      any_image: { ...file, content_type: "image/webp" },
      page: "<a/>",
      options: { foo: "b" },
      note: "n",
    });
    const parts = [...body!.matchAll(/name="(\w+)"[^\r]*\r\n(?:Content-Type: ([^\r]+)\r\n)?\r\n([^\r]*)/g)];
    expect(parts.map(([, name, type, content]) => [name, type, content])).toEqual(
      expect.arrayContaining([
        ["photo", "image/png", "hi"],
        ["any_image", "image/webp", "hi"],
        ["page", "text/xml", "<a/>"],
        ["options", "application/json; charset=utf-8", `{"foo":"b"}`],
        ["note", undefined, "n"],
      ]),
    );
  });

  it("sends a file with the media type that the caller chose", async () => {
    const { send } = await generated();
    const { body } = send("post_it", { photo: { content_base64: "aGk=", content_type: "image/jpeg" } });
    expect(body).toContain("Content-Type: image/jpeg");
  });
});

/** Paths of arguments and their members without a type in the schema. */
function untyped(schema: unknown, path = ""): string[] {
  const { type, anyOf, properties = {} } = schema as { type?: string; anyOf?: object[]; properties?: object };
  const own = type === undefined && anyOf === undefined ? [path] : [];
  return [...own, ...Object.entries(properties).flatMap(([name, one]) => untyped(one, `${path}.${name}`))];
}
