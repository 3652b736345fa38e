import { describe, expect, it } from "vitest";
import { documentOf, generatedFrom } from "./kit.js";
import { bodyOf, text } from "./schemas-kit.js";

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

describe("a parameter whose name ends in brackets", () => {
  it("takes a list, also where the document declares one value", async () => {
    const status = { name: "statuses[]", in: "query", schema: { type: "string", enum: ["open", "done"] } };
    const get = {
      operationId: "get_it",
      parameters: [{ $ref: "#/components/parameters/status" }],
      responses: {},
    };
    const { schemas, send } = await generatedFrom({
      "pets.json": documentOf({ "/it": { get } }, { components: { parameters: { status } } }),
    });
    expect(schemas.get_it).toMatchObject({
      properties: { statuses: { type: "array", items: { type: "string", enum: ["open", "done"] } } },
    });
    expect(send("get_it", { statuses: ["open", "done"] }).line).toBe(
      "GET /it?statuses%5B%5D=open&statuses%5B%5D=done",
    );
  });
});

describe("reserved characters", () => {
  it("are sent as they are in the fields of a form that allows them", async () => {
    const schema = { type: "object", properties: { at: { type: "string" }, on: { type: "string" } } };
    const media = { schema, encoding: { at: { allowReserved: true } } };
    const post = {
      operationId: "post_it",
      requestBody: { content: { "application/x-www-form-urlencoded": media } },
      responses: {},
    };
    const { send } = await generatedFrom({ "pets.json": documentOf({ "/it": { post } }) });
    expect(send("post_it", { at: "a/b:c&d", on: "a/b:c" }).body).toBe("at=a/b:c%26d&on=a%2Fb%3Ac");
  });
});
