import { describe, expect, it } from "vitest";
import { factsOf, printDocument } from "../../../generator/load/import.js";
import { type Loose, answering, schemaIn } from "./kit.js";

describe("facts", () => {
  it("have no prose, examples or extensions", () => {
    const document = factsOf({
      "x-top": 1,
      ...answering({
        type: "object",
        title: "T",
        description: "P",
        example: { a: 1 },
        "x-order": 1,
        externalDocs: {},
      }),
      info: { title: "Pets", description: "P", version: "1", "x-logo": {}, contact: { name: "P" } },
      tags: [{ name: "pets", description: "P", "x-icon": 1 }],
      externalDocs: { url: "https://example.com" },
      servers: [{ url: "https://example.com", description: "P" }],
      components: { examples: { one: { value: "P" } }, "x-more": {} },
    });
    expect(document).toEqual({
      ...answering({ type: "object" }),
      servers: [{ url: "https://example.com" }],
      tags: [{ name: "pets" }],
    });
  });

  it("have an empty string where OpenAPI requires prose", () => {
    const operation = { responses: { 200: { description: "All pets." }, default: {} } };
    const flows = {
      implicit: { authorizationUrl: "https://a.example", scopes: { "pets:read": "May read." } },
    };
    const document: Loose = factsOf({
      ...answering({}),
      paths: { "/pets": { get: operation } },
      components: { securitySchemes: { oauth: { type: "oauth2", description: "P", flows } } },
    });
    expect(document.paths["/pets"].get.responses).toEqual({
      200: { description: "" },
      default: { description: "" },
    });
    expect(document.components.securitySchemes.oauth).toEqual({
      type: "oauth2",
      flows: { implicit: { authorizationUrl: "https://a.example", scopes: { "pets:read": "" } } },
    });
  });

  it("keep fields that are only named like prose", () => {
    const names = ["$ref", "description", "example", "examples", "externalDocs", "summary", "title", "x-foo"];
    const properties = Object.fromEntries(names.map((name) => [name, { type: "string", description: "P" }]));
    const parameter = { name: "description", in: "query", description: "P", schema: { type: "string" } };
    const facts: Loose = factsOf({
      ...answering({ $ref: "#/components/schemas/x-title" }),
      paths: {
        ...answering({ $ref: "#/components/schemas/x-title" }).paths,
        "/title": {
          description: "P",
          get: {
            parameters: [
              parameter,
              { name: "x-foo", in: "header", schema: { type: "string", example: "P" } },
            ],
            responses: {
              200: { description: "P", headers: { "x-foo": { schema: { type: "string", title: "P" } } } },
            },
          },
        },
        "x-paths": { get: "P" },
      },
      components: { schemas: { "x-title": { type: "object", required: names, properties } } },
    });
    const kept = facts.components.schemas["x-title"];
    expect(kept.required).toEqual(names);
    expect(kept.properties).toEqual(Object.fromEntries(names.map((name) => [name, { type: "string" }])));
    expect(Object.keys(facts.paths)).toEqual(["/pets", "/title"]);
    expect(facts.paths["/title"].get.parameters).toEqual([
      { name: "description", in: "query", schema: { type: "string" } },
      { name: "x-foo", in: "header", schema: { type: "string" } },
    ]);
    expect(facts.paths["/title"].get.responses[200].headers).toEqual({
      "x-foo": { schema: { type: "string" } },
    });
  });

  it("keep defaults and enums unchanged, whatever they contain", () => {
    const value = { description: "kept", "x-y": [{ example: 1 }], b: 1, a: null };
    const schema = { enum: ["title", "example", null], default: value };
    expect(JSON.stringify(schemaIn(factsOf(answering(schema))))).toBe(JSON.stringify(schema));
    expect(schemaIn(factsOf(answering({ default: null, nullable: true })))).toEqual({
      nullable: true,
      default: null,
    });
  });

  it("have the same bytes for any order of the document", () => {
    const schema = {
      required: ["b", "a"],
      properties: { b: { format: "date", type: "string" }, a: { enum: ["z", "y"], type: "string" } },
      type: "object",
    };
    const operation = {
      responses: { 404: {}, 200: {} },
      parameters: [
        { in: "query", name: "b", schema: {} },
        { in: "query", name: "a", schema: {} },
        { in: "path", name: "z", required: true, schema: {} },
      ],
      tags: ["t"],
      operationId: "o",
    };
    const document = {
      ...answering({ $ref: "#/components/schemas/S" }, { components: { schemas: { S: schema } } }),
    };
    const more = { ...document, paths: { "/z": { patch: operation, get: operation }, ...document.paths } };
    const printed = printDocument(factsOf(more));
    expect(printDocument(factsOf(withKeysReversed(more)))).toBe(printed);
    expect(printDocument(factsOf(JSON.parse(printed)))).toBe(printed);
    const facts = JSON.parse(printed);
    expect(Object.keys(facts)).toEqual(["openapi", "info", "paths", "components"]);
    expect(Object.keys(facts.paths)).toEqual(["/pets", "/z"]);
    expect(Object.keys(facts.paths["/z"])).toEqual(["get", "patch"]);
    expect(facts.paths["/z"].get.parameters.map(({ name }: Loose) => name)).toEqual(["z", "a", "b"]);
    expect(facts.components.schemas.S.required).toEqual(["a", "b"]);
    expect(facts.components.schemas.S.properties.a.enum).toEqual(["z", "y"]);
  });

  it("follow a pointer that leads through other references", () => {
    const components = {
      schemas: {
        Pet: { type: "object", properties: { owner: { $ref: "#/components/schemas/Owner" } } },
        Owner: { type: "object", properties: { name: { type: "string", maxLength: 7 } } },
      },
    };
    const through = { $ref: "#/components/schemas/Pet/properties/owner/properties/name" };
    const facts: Loose = factsOf(answering(through, { components }));
    const [, name] = /\/([^/]+)$/.exec(schemaIn(facts).$ref as string)!;
    expect(facts.components.schemas[name!]).toEqual({ type: "string", maxLength: 7 });
  });

  it("are refused with the place where a document is not valid OpenAPI", () => {
    expect(() => factsOf([])).toThrow("an OpenAPI document is expected");
    expect(() => factsOf({ openapi: "4.0.0" })).toThrow(
      '#/openapi: OpenAPI 3.0, 3.1 or 3.2 is expected, not "4.0.0"',
    );
    expect(() => factsOf(answering("string"))).toThrow(
      "#/paths/~1pets/get/responses/200/content/application~1json/schema: an object (Schema) is expected here",
    );
    expect(() => factsOf(answering({ $ref: "#/components/schemas/No" }))).toThrow("which does not exist");
    expect(() => factsOf(answering({ $ref: "#anchor" }))).toThrow("not a reference by JSON pointer");
    expect(() => factsOf(answering({ $ref: "http://[/" }))).toThrow("not a reference by JSON pointer");
    expect(() => factsOf(answering({ $ref: "other.yaml" }))).toThrow("only a document with a path or a URL");
  });
});

describe("nullable twins", () => {
  const pet = { type: "object", properties: { name: { type: "string", description: "P" } } };
  const twins: Record<string, unknown> = {
    "a wrapper": { allOf: [{ $ref: "#/components/schemas/Pet" }] },
    "a wrapper that says so": {
      type: "object",
      nullable: true,
      allOf: [{ $ref: "#/components/schemas/Pet" }],
    },
    "a copy": { ...pet, nullable: true, description: "Other prose" },
  };
  it.each(Object.entries(twins))("%s becomes a nullable reference", (_, twin) => {
    const components = { schemas: { NullablePet: twin, Pet: pet } };
    const facts: Loose = factsOf(
      answering({ items: { $ref: "#/components/schemas/NullablePet" } }, { components }),
    );
    expect(schemaIn(facts).items).toEqual({
      type: "object",
      nullable: true,
      allOf: [{ $ref: "#/components/schemas/Pet" }],
    });
    expect(Object.keys(facts.components.schemas)).toEqual(["Pet"]);
  });

  it("become a choice of the reference or null in OpenAPI 3.1", () => {
    const components = { schemas: { NullablePet: { ...pet, type: ["object", "null"] }, Pet: pet } };
    const facts: Loose = factsOf(
      answering({ $ref: "#/components/schemas/NullablePet" }, { components }, "3.1.0"),
    );
    expect(schemaIn(facts)).toEqual({ anyOf: [{ $ref: "#/components/schemas/Pet" }, { type: "null" }] });
  });

  it("stay if they differ from the plain schema", () => {
    const components = { schemas: { NullablePet: { ...pet, required: ["name"] }, Pet: pet } };
    const facts: Loose = factsOf(answering({ $ref: "#/components/schemas/NullablePet" }, { components }));
    expect(Object.keys(facts.components.schemas)).toEqual(["NullablePet"]);
  });
});

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withKeysReversed(item)]);
  return Object.fromEntries(entries.reverse());
}
