import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import type * as typescript from "typescript";
import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../../../generator/normalise/raw.js";
import { renderTypes } from "../../../generator/render/types/types.js";

const ts = createRequire(import.meta.url)("typescript") as typeof typescript;

/** Documents whose types openapi-typescript prints in ways that differ. */
const schemas: Readonly<Record<string, object>> = {
  "plain types": { type: "object", properties: every(["string", "number", "integer", "boolean", "null"]) },
  "names that need quotes": {
    type: "object",
    properties: { "a-b": true, "1": true, "01": true, $x: true, "-1": true, "1.5": true, 'q"': true },
  },
  "what is required and what is read only": {
    type: "object",
    required: ["id", "name"],
    properties: {
      id: { type: "string", readOnly: true },
      name: { type: "string" },
      note: { type: "string" },
    },
  },
  enums: {
    type: "object",
    properties: {
      one: { type: "string", enum: ["only"] },
      some: { type: "string", enum: ["a", 'b"c', "d\n"], nullable: true },
      numbers: { type: "integer", enum: [-1, 0, 2.5] },
      mixed: { enum: ["a", 1, true, false, null] },
      lists: { type: "array", items: { type: "string", enum: ["a", "b"] } },
      empty: { enum: [] },
      object: { type: "object", enum: [{ type: "string" }] },
    },
  },
  constants: {
    type: "object",
    properties: {
      text: { const: "a" },
      number: { const: -2 },
      list: { const: [1, []] },
      map: { const: { a: { b: 1 } } },
    },
  },
  "lists and tuples": {
    type: "object",
    properties: {
      any: { type: "array" },
      deep: { type: "array", items: { type: "array", items: { type: "array", items: { type: "string" } } } },
      pair: { type: "array", prefixItems: [{ type: "string" }, { type: "object", properties: { a: true } }] },
      pairs: { type: "array", items: { type: "array", items: [{ type: "string" }, { type: "number" }] } },
      nullable: { type: "array", items: { type: "string", nullable: true }, nullable: true },
    },
  },
  "maps, and objects with more": {
    type: "object",
    properties: {
      any: { type: "object" },
      open: { type: "object", additionalProperties: true },
      empty: { type: "object", additionalProperties: {} },
      closed: { type: "object", additionalProperties: false },
      typed: {
        type: "object",
        additionalProperties: { type: "object", properties: { a: { type: "string" } } },
      },
      both: {
        type: "object",
        properties: { a: { type: "string" } },
        additionalProperties: { type: "number" },
      },
      patterns: { type: "object", patternProperties: { "^x": { type: "string" }, "^y": { type: "string" } } },
      definitions: {
        type: "object",
        $defs: { Own: { type: "string", default: 1 } },
        properties: { a: true },
      },
    },
  },
  "several types": {
    type: "object",
    properties: {
      nullable: { type: ["string", "null"] },
      three: { type: ["string", "array", "object"], items: { type: "string" } },
      choice: { type: ["string", "number"], oneOf: [{ type: "string" }, { type: "boolean" }] },
    },
  },
  "joined schemas": {
    allOf: [
      { $ref: "#/components/schemas/Cat" },
      { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
      { type: "object", properties: { b: { type: "string" } } },
    ],
    required: ["b", "kind"],
    type: "object",
    properties: { c: { type: "string" } },
  },
  alternatives: {
    type: "object",
    properties: {
      any: { anyOf: [{ type: "string" }, { type: "string" }, { type: "object", properties: { a: true } }] },
      one: { oneOf: [{ type: "string" }, { type: "number" }], nullable: true },
      objects: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { type: "string" }],
        type: "object",
        properties: { a: true },
      },
      nested: {
        anyOf: [
          { oneOf: [{ type: "string" }, { $ref: "#/components/schemas/Dog" }] },
          { allOf: [{ type: "string" }] },
        ],
      },
      list: { type: "array", items: { anyOf: [{ type: "string" }, { type: "number" }] } },
    },
  },
  "facts that become comments": {
    type: "object",
    properties: {
      format: { type: "string", format: "date" },
      several: { type: "string", format: "date", default: "a */ b", deprecated: true, const: "x" },
      lines: { type: "object", default: { a: ["b"] } },
      texts: { type: "string", title: "T", description: "One\nTwo", example: "e", examples: [1, { a: 2 }] },
      empty: { type: "string", default: "", description: "" },
    },
  },
  "files by media type": { type: "string", format: "binary", nullable: true },
};

describe("types are those of openapi-typescript", () => {
  it.each(Object.entries(schemas))("for %s", async (_, schema) => {
    const document = documentOf(schema);
    expect(renderTypes(document)).toBe(await theirs(document));
  });

  it("for FireHydrant's contract", async () => {
    const text = readFileSync(join(import.meta.dirname, "../../../specs/firehydrant/openapi.json"), "utf8");
    const document = JSON.parse(text) as OpenApiDocument;
    expect(renderTypes(document)).toBe(await theirs(document));
  });
});

it("a name with invisible characters stays data, as escapes", () => {
  const types = renderTypes(
    documentOf({ type: "object", properties: { "a\u2028\u202e": { enum: ["\u200b"] } } }),
  );
  expect(types).toContain(String.raw`"a\u2028\u202e"?: "\u200b"`);
});

/** A document that has the schema as a component, in a parameter, in bodies, in answers and in a header. */
function documentOf(schema: object): OpenApiDocument {
  const content = { "application/json": { schema }, "multipart/form-data": { schema }, "text/csv": {} };
  const reference = { $ref: "#/components/schemas/Given" };
  const responses = {
    "200": { description: "", headers: { "x-a": { schema }, "x-b": { required: true } }, content },
    "204": { description: "" },
    default: { $ref: "#/components/responses/Fault" },
  };
  const parameters = [
    { in: "query", name: "q", schema, deprecated: true },
    { in: "path", name: "id", required: true, schema: { type: "string" } },
    { $ref: "#/components/parameters/Page" },
  ];
  return {
    openapi: "3.1.0",
    info: { title: "", version: "" },
    paths: {
      "/things/{id}": {
        parameters,
        get: { operationId: "things/get#one", parameters: [{ in: "query", name: "q" }], responses },
        put: { requestBody: { content }, responses: {}, deprecated: true },
        post: { operationId: "create", requestBody: { $ref: "#/components/requestBodies/Thing" }, responses },
      },
      "/empty": { get: { requestBody: { required: true, content: {} }, responses } },
    },
    components: {
      schemas: {
        Given: schema,
        Cat: { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
        Dog: {
          allOf: [{ $ref: "#/components/schemas/Pet" }, { type: "object", properties: { bark: reference } }],
        },
        Pet: {
          oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
          discriminator: { propertyName: "kind", mapping: { woof: "#/components/schemas/Dog" } },
        },
        Animal: {
          type: "object",
          properties: { kind: { type: "string" } },
          discriminator: { propertyName: "kind" },
        },
        Bird: { allOf: [{ $ref: "#/components/schemas/Animal" }], required: ["kind"] },
      },
      responses: { Fault: { description: "", content } },
      parameters: {
        Page: { in: "query", name: "page", required: true, schema: { type: "integer", default: 1 } },
      },
      requestBodies: { Thing: { required: true, content } },
      headers: { Plain: {}, Json: { content: { "application/json": { schema } } } },
    },
  };
}

function every(types: readonly string[]): object {
  return Object.fromEntries(types.map((type) => [type, { type }]));
}

/** openapi-typescript's notes about the value of a discriminator. They name it; ours say what the value is. */
const THEIR_NOTES =
  / \((enum property replaced) by openapi-typescript\)|discriminator enum property added by openapi-typescript/g;
const OUR_REPLACED = " (values: of the discriminator)";
const OUR_ADDED = "Value of the discriminator";

async function theirs(document: OpenApiDocument): Promise<string> {
  const nodes = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    emptyObjectsUnknown: true,
    defaultNonNullable: false,
    silent: true,
    inject: "interface FileArgument { filename?: string; content_type?: string; content_base64: string }",
    transform: fileType,
  });
  const header = renderTypes({ openapi: "3.1.0", info: {}, paths: {} }).split("\n", 1)[0];
  return `${header}\n${astToString(nodes).replace(THEIR_NOTES, (_, replaced) => (replaced ? OUR_REPLACED : OUR_ADDED))}`;
}

function fileType(
  { format, nullable }: { readonly format?: string; readonly nullable?: boolean },
  { path = "" }: { readonly path?: string },
): typescript.TypeNode | undefined {
  if (format !== "binary") return undefined;
  const isFile = !/json|urlencoded|^text~1/.test(/\/content\/([^/]+)/.exec(path)?.[1] ?? "json");
  const file = ts.factory.createTypeReferenceNode("FileArgument");
  const text = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  const kinds = [
    file,
    ...(isFile ? [] : [text]),
    ...(nullable ? [ts.factory.createLiteralTypeNode(ts.factory.createNull())] : []),
  ];
  return kinds.length === 1 ? file : ts.factory.createUnionTypeNode(kinds);
}
