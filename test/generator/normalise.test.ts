import { describe, expect, it } from "vitest";
import { ProblemList } from "../../generator/model/problem.js";
import type { Field, Shape } from "../../generator/model/shape.js";
import { normalise } from "../../generator/normalise/normalise.js";
import { inputSchema } from "../../generator/render/json-schema.js";
import { inputExpression } from "../../generator/render/zod.js";

type Loose = Record<string, unknown>;

interface Row {
  readonly given: Loose;
  readonly want: unknown;
}

/** A document of these paths. */
function documentOf(paths: Loose, more: Loose = {}) {
  return { openapi: "3.1.0", info: { title: "Pets", version: "1" }, paths, ...more };
}

function read(paths: Loose, more: Loose = {}) {
  const problems = new ProblemList();
  const operations = normalise(documentOf(paths, more), "pets.json", problems);
  return { operations, problems: problems.all.map(({ what }) => what) };
}

/** The one operation of a path item, which must be taken. */
function operationOf(item: Loose, { path = "/pets", ...more }: Loose & { path?: string } = {}) {
  const { operations, problems } = read({ [path]: item }, more);
  expect(problems).toEqual([]);
  expect(operations).toHaveLength(1);
  return operations[0]!;
}

/** The shape of a schema, as the one field of a JSON body. */
function shapeOf(schema: unknown, schemas: Loose = {}, openapi = "3.1.0"): Shape {
  const body = { type: "object", properties: { it: schema } };
  const item = { post: { requestBody: { content: { "application/json": { schema: body } } } } };
  return operationOf(item, { components: { schemas }, openapi }).inputs[0]!.shape;
}

/** Without the members that are undefined, as JSON would have it. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { kind: "text" };
const integer = { kind: "number", integer: true };
const anything = { kind: "anything" };
const free = { kind: "record", fields: [], rest: anything };
const field = (name: string, shape: unknown, required = false) => ({ name, required, shape });
const of = (...fields: unknown[]) => ({ kind: "record", fields });

describe("a schema", () => {
  const rows: Record<string, Row> = {
    "of two types takes either": {
      given: { type: ["string", "integer"] },
      want: { kind: "either", options: [text, integer] },
    },
    "of a type and null is nullable": {
      given: { type: ["string", "null"] },
      want: { kind: "nullable", of: text },
    },
    "that is constant has one choice": { given: { const: "cat" }, want: { kind: "choice", values: ["cat"] } },
    "that is constantly 3 has one value": { given: { const: 3 }, want: { ...integer, values: [3] } },
    "that counts text and numbers takes either": {
      given: { enum: ["auto", 1, 2] },
      want: {
        kind: "either",
        options: [
          { kind: "choice", values: ["auto"] },
          { ...integer, values: [1, 2] },
        ],
      },
    },
    "that counts null among others is nullable": {
      given: { type: "string", enum: ["a", null] },
      want: { kind: "nullable", of: { kind: "choice", values: ["a"] } },
    },
    "of text that YAML read as numbers counts text": {
      given: { type: "string", enum: [1, false] },
      want: { kind: "choice", values: ["1", "false"] },
    },
    "of numbers that were quoted counts numbers": {
      given: { type: "integer", enum: ["1", "2"] },
      want: { ...integer, values: [1, 2] },
    },
    "that counts nothing is open": { given: { type: "string", enum: [] }, want: text },
    "of a list that counts means its items": {
      given: { type: "array", enum: ["a", "b"], items: { type: "string" } },
      want: { kind: "list", of: { kind: "choice", values: ["a", "b"] } },
    },
    "of a tuple is a list of its items' kinds": {
      given: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }] },
      want: { kind: "list", of: { kind: "either", options: [text, integer] } },
    },
    "of a list without items has any": { given: { type: "array" }, want: { kind: "list", of: anything } },
    "with a bound that excludes itself (3.1) begins after it": {
      given: { type: "integer", exclusiveMinimum: 0 },
      want: { ...integer, minimum: 1 },
    },
    "with a bound that excludes itself (3.0) ends before it": {
      given: { type: "integer", maximum: 10, exclusiveMaximum: true },
      want: { ...integer, maximum: 9 },
    },
    "with a pattern that JavaScript has keeps it": {
      given: { type: "string", pattern: "^a+$" },
      want: { ...text, pattern: "^a+$" },
    },
    "with a pattern that JavaScript lacks drops it": {
      given: { type: "string", pattern: "(?i)a++" },
      want: text,
    },
    "without fields is free-form": { given: { type: "object" }, want: free },
    "without fields that is closed is empty": {
      given: { type: "object", additionalProperties: false },
      want: { kind: "record", fields: [] },
    },
    "whose further keys are typed says so": {
      given: { type: "object", additionalProperties: { type: "integer" } },
      want: { kind: "record", fields: [], rest: integer },
    },
    "whose keys follow patterns is open, even if closed": {
      given: { patternProperties: { "^x-": {} }, additionalProperties: false },
      want: free,
    },
    "with a read-only field inside another object shows it where the document requires it, and asks for it nowhere":
      {
        given: {
          type: "object",
          required: ["id", "name"],
          properties: { id: { type: "string", readOnly: true }, name: { type: "string" } },
        },
        want: of(field("id", text), field("name", text, true)),
      },
    "with a read-only field that it works without takes the field, and does not show it": {
      given: {
        type: "object",
        properties: { at: { type: "string", readOnly: true }, name: { type: "string" } },
      },
      want: of({ ...field("at", text), hidden: true }, field("name", text)),
    },
    "with a read-only id and nothing else but a type shows the id": {
      given: {
        type: "object",
        properties: {
          id: { type: "string", readOnly: true },
          at: { type: "string", readOnly: true },
          type: { type: "string", enum: ["service"] },
        },
      },
      want: of(
        field("id", text),
        { ...field("at", text), hidden: true },
        field("type", { kind: "choice", values: ["service"] }),
      ),
    },
    "of 64 bits may be given as digits": {
      given: { type: "integer", format: "int64" },
      want: { ...integer, large: true },
    },
    "of 64 bits within safe limits is a plain integer": {
      given: { type: "integer", format: "int64", minimum: 0, maximum: 100 },
      want: { ...integer, minimum: 0, maximum: 100 },
    },
    "in parts with two limits keeps the stricter one of each": {
      given: {
        allOf: [
          { type: "string", minLength: 1, maxLength: 10 },
          { type: "string", minLength: 3, maxLength: 20 },
        ],
      },
      want: { kind: "text", minLength: 3, maxLength: 10 },
    },
    "with a field that can't be leaves it out": {
      given: { type: "object", properties: { never: false, name: true } },
      want: of(field("name", anything)),
    },
    "with binary text in JSON takes text, for JSON carries no file": {
      given: { type: "string", format: "binary" },
      want: text,
    },
    "in parts is one, with what any of them requires": {
      given: {
        allOf: [
          { properties: { a: { type: "string" } } },
          { properties: { b: { type: "integer" } } },
          { required: ["a"] },
        ],
        required: ["b"],
      },
      want: of(field("a", text, true), field("b", integer, true)),
    },
    "in parts that narrow each other is the narrower": {
      given: { allOf: [{ type: "string", enum: ["a", "b"] }, { enum: ["b", "c"] }] },
      want: { kind: "choice", values: ["b"] },
    },
    "with options that only require has no options": {
      given: {
        type: "object",
        properties: { a: { type: "string" } },
        anyOf: [{ required: ["a"] }, { required: ["b"] }],
      },
      want: of(field("a", text)),
    },
    "with fields next to its options has them in each": {
      given: {
        type: "object",
        properties: { a: { type: "string" } },
        oneOf: [{ properties: { b: { type: "string" } } }, { properties: { c: { type: "string" } } }],
      },
      want: {
        kind: "either",
        options: [of(field("a", text), field("b", text)), of(field("a", text), field("c", text))],
      },
    },
    "with a type next to its options has it in each": {
      given: { type: "string", anyOf: [{ enum: ["a"] }, { format: "date" }] },
      want: {
        kind: "either",
        options: [
          { kind: "choice", values: ["a"] },
          { ...text, format: "date" },
        ],
      },
    },
    "with null among its options is nullable": {
      given: { oneOf: [{ type: "string" }, { type: "null" }, { const: null }] },
      want: { kind: "nullable", of: text },
    },
  };
  it.each(Object.entries(rows))("%s", (_, { given, want }) => {
    expect(plain(shapeOf(given))).toEqual(want);
  });

  it("includes keywords next to a reference in 3.1, and ignores them in 3.0", () => {
    const schemas = { Pet: { properties: { name: { type: "string" } } } };
    const given = { ...ref("Pet"), type: "object", properties: { age: { type: "integer" } } };
    expect(plain(shapeOf(given, schemas))).toEqual(of(field("name", text), field("age", integer)));
    expect(plain(shapeOf(given, schemas, "3.0.3"))).toEqual(of(field("name", text)));
  });

  it("is cut where it repeats itself, with a note", () => {
    const schemas = { Node: { type: "object", properties: { next: ref("Node"), name: { type: "string" } } } };
    const note = "The same again as Node, cut here.";
    expect(plain(shapeOf(ref("Node"), schemas))).toEqual(
      of(field("next", { ...free, note }), field("name", text)),
    );
  });

  it("stays open if a part of it was cut, because that part's fields are unknown", () => {
    const child = { allOf: [ref("Node"), { properties: { x: { type: "integer" } } }] };
    const schemas = { Node: { type: "object", properties: { child } } };
    const shown = JSON.stringify(plain(shapeOf(ref("Node"), schemas)));
    expect(shown).toContain(`"name":"x"`);
    expect(shown).toContain(`"rest":{"kind":"anything"},"note":"The same again as Node`);
  });

  it("is cut at eight levels, except for plain values, with a note of the content", () => {
    let given: Loose = {
      type: "object",
      properties: { deepest: { type: "object", properties: { secret: { type: "string" } } } },
    };
    for (let level = 0; level < 7; level++)
      given = { type: "object", properties: { in: given, at: { type: "integer" } } };
    const schema = JSON.stringify(inputSchema([{ name: "it", required: false, shape: shapeOf(given) }]));
    expect(schema).toContain("An object with secret; cut at level 8.");
    expect(schema.match(/"at"/g)).toHaveLength(7);
  });

  it("may be referred to inside lists and with percent-encoding, but never among inherited members", () => {
    const path = { get: { parameters: [{ name: "a", in: "query", schema: { type: "integer" } }] } };
    const item = (reference: string) => ({
      get: { parameters: [{ name: "b", in: "query", schema: { $ref: reference } }] },
    });
    const paths = {
      "/a b": path,
      "/c": item("#/paths/~1a%20b/get/parameters/0/schema"),
      "/d": item("#/components/__proto__"),
      "/e": item("#anchor"),
      "/f": item("other.json#/a"),
    };
    const { operations, problems } = read(paths, { components: {} });
    expect(plain(operations.find(({ path }) => path === "/c")!.inputs[0]!.shape)).toEqual(integer);
    expect(problems).toEqual([
      "GET /d is left out: The reference #/components/__proto__ leads nowhere.",
      "GET /e is left out: The reference #anchor is not a JSON pointer.",
      "GET /f is left out: The reference other.json#/a leads out of the document.",
    ]);
  });
});

describe("a discriminator", () => {
  const pet = {
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string" }, name: { type: "string" } },
    discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "#/components/schemas/Dog" } },
  };
  const schemas = {
    Pet: pet,
    Cat: { allOf: [ref("Pet"), { properties: { lives: { type: "integer" } } }] },
    Dog: { allOf: [ref("Pet"), { properties: { breed: { type: "string" }, friend: ref("Pet") } }] },
    Poodle: { allOf: [ref("Dog"), { properties: { cut: { type: "string" } } }] },
  };
  const kind = (value: string) => field("kind", { kind: "choice", values: [value] }, true);

  it("of an extended schema includes all extensions, each with its value", () => {
    const shape = plain(shapeOf(ref("Pet"), schemas)) as { options: unknown[] };
    expect(shape.options).toHaveLength(3);
    expect(shape.options[0]).toEqual(of(kind("cat"), field("name", text), field("lives", integer)));
    expect(JSON.stringify(shape.options[1])).toContain(`"values":["dog"]`);
    expect(JSON.stringify(shape.options[2])).toContain(`"cut"`);
  });

  it("of options sets the value of each option", () => {
    const given = {
      oneOf: [ref("Red"), ref("Blue")],
      discriminator: { propertyName: "kind", mapping: { red: "Red", blue: "Blue" } },
    };
    const colour = { type: "object", properties: { kind: { type: "string" } } };
    expect(
      plain(
        shapeOf(given, { Red: colour, Blue: { type: "object", properties: { depth: { type: "integer" } } } }),
      ),
    ).toEqual({
      kind: "either",
      options: [of(kind("red")), of(field("depth", integer), kind("blue"))],
    });
  });

  it("without a mapping leaves the field open, because schema names are often not the values", () => {
    const given = { oneOf: [ref("Red"), ref("Blue")], discriminator: { propertyName: "kind" } };
    const shapes = {
      Red: { type: "object", properties: { kind: text, a: {} } },
      Blue: { type: "object", properties: { kind: { type: "string" } } },
    };
    expect(JSON.stringify(shapeOf(given, shapes))).not.toContain("choice");
  });

  it("of a schema without extensions includes only that schema", () => {
    expect(
      plain(shapeOf(ref("Alone"), { Alone: { ...pet, discriminator: { propertyName: "kind" } } })),
    ).toEqual(of(field("kind", text, true), field("name", text)));
  });
});

describe("a parameter", () => {
  const rows: Record<string, Row> = {
    "with content is JSON text": {
      given: { in: "query", content: { "application/json": { schema: { type: "object" } } } },
      want: { in: "query", placement: { json: true }, shape: free },
    },
    "in deepObject style": {
      given: { in: "query", style: "deepObject", explode: true, schema: { type: "object" } },
      want: { in: "query", placement: { style: "deepObject", explode: true }, shape: free },
    },
    "divided by spaces": {
      given: { in: "query", style: "spaceDelimited", schema: { type: "array", items: { type: "string" } } },
      want: { in: "query", placement: { style: "spaceDelimited" }, shape: { kind: "list", of: text } },
    },
    "divided by bars": {
      given: {
        in: "query",
        style: "pipeDelimited",
        explode: false,
        schema: { type: "array", items: { type: "string" } },
      },
      want: { in: "query", placement: { style: "pipeDelimited" }, shape: { kind: "list", of: text } },
    },
    "divided by commas": {
      given: { in: "query", explode: false, schema: { type: "array", items: { type: "string" } } },
      want: { in: "query", placement: { explode: false }, shape: { kind: "list", of: text } },
    },
    "in a cookie": {
      given: { in: "cookie", schema: { type: "string" } },
      want: { in: "cookie", placement: {}, shape: text },
    },
    "with its type where the schema should stand": {
      given: { in: "query", type: "integer" },
      want: { in: "query", placement: {}, shape: integer },
    },
    "that may be null is left out instead": {
      given: { in: "query", schema: { type: ["string", "null"] } },
      want: { in: "query", placement: {}, shape: text },
    },
  };
  it.each(Object.entries(rows))("%s", (_, { given, want }) => {
    const [input] = operationOf({ get: { parameters: [{ name: "it", ...given }] } }).inputs;
    expect(plain({ in: input!.in, placement: input!.placement, shape: input!.shape })).toEqual(want);
  });

  it.each([
    ["query", "tabDelimited"],
    ["query", "simple"],
    ["header", "deepObject"],
    ["path", "form"],
  ])(
    "of a %s in the style %s leaves its operation out, and the problem lists the valid styles",
    (place, style) => {
      const parameter = { name: "it", in: place, required: true, style, schema: { type: "string" } };
      const { operations, problems } = read({ "/pets/{it}": { get: { parameters: [parameter] } } });
      expect(operations).toEqual([]);
      expect(problems).toEqual([
        expect.stringContaining(
          `The parameter it has the style "${style}", which a ${place} parameter cannot have.`,
        ),
      ]);
    },
  );

  it("of the path item applies to its operations, which may replace it; references are followed", () => {
    const parameters = {
      limit: { name: "limit", in: "query", schema: { type: "integer" } },
      trace: { name: "X-Trace", in: "header", schema: { type: "string" } },
    };
    const item = {
      parameters: [{ $ref: "#/components/parameters/limit" }, { $ref: "#/components/parameters/trace" }],
      get: { parameters: [{ name: "x-trace", in: "header", required: true, schema: { type: "integer" } }] },
    };
    const { inputs } = operationOf(item, { components: { parameters } });
    expect(inputs.map(({ wire, required, shape }) => [wire, required, shape.kind])).toEqual([
      ["limit", false, "number"],
      ["x-trace", true, "number"],
    ]);
  });

  it("is left out if the connection or the runtime sends it", () => {
    const parameters = ["Authorization", "Host", "Cookie", "X-Key", "Accept"].map((name) => ({
      name,
      in: "header",
    }));
    const document = documentOf({ "/pets": { get: { parameters } } });
    const isFilledIn = (place: string, name: string) => place === "header" && name === "X-Key";
    expect(normalise(document, "pets.json", new ProblemList(), { isFilledIn })[0]!.inputs).toEqual([]);
  });

  it("has a unique name that models can write, and keeps its name in the request", () => {
    const names = [
      "filter[ids][]",
      "__proto__",
      "constructor",
      "toString",
      "a-b",
      "a.b",
      "9lives",
      "名前",
      "class",
      "x".repeat(80),
    ];
    const { inputs } = operationOf({
      post: {
        parameters: [...names.map((name) => ({ name, in: "query" })), { name: "class", in: "header" }],
        requestBody: {
          content: { "application/json": { schema: { properties: { class: {}, "a b": {} } } } },
        },
      },
    });
    expect(inputs.map(({ argument }) => argument)).toEqual([
      "filter_ids",
      "proto",
      "constructor",
      "toString",
      "a_b",
      "a_b_query",
      "arg_9lives",
      "arg_",
      "class",
      expect.stringMatching(/^x{45}_[0-9a-f]{6}$/),
      "class_header",
      "class_body",
      "a_b_body",
    ]);
    expect(inputs.slice(0, names.length).map(({ wire }) => wire)).toEqual(names);
    expect(inputs[1]!.placement).toEqual({ argument: "proto" });
  });
});

describe("a body", () => {
  const json = (schema: unknown) => ({ "application/json": { schema } });
  const fields = { type: "object", properties: { a: { type: "string" } } };
  const rows: Record<string, Row> = {
    "of fields has an argument for each": {
      given: json(fields),
      want: { type: "application/json", as: "json", arguments: ["a"] },
    },
    "that is a list is one argument": {
      given: json({ type: "array", items: {} }),
      want: { type: "application/json", as: "json", whole: "items", arguments: ["items"] },
    },
    "that is a scalar is one argument": {
      given: json({ type: "string" }),
      want: { type: "application/json", as: "json", whole: "body", arguments: ["body"] },
    },
    "that is free-form is one argument": {
      given: json({ type: "object" }),
      want: { type: "application/json", as: "json", whole: "body", arguments: ["body"] },
    },
    "with options is one argument": {
      given: json({ oneOf: [{ type: "string" }, fields] }),
      want: { type: "application/json", as: "json", whole: "body", arguments: ["body"] },
    },
    "of a vendor's JSON keeps its type and parameters": {
      given: { "application/vnd.pets.v2+json; charset=utf-8": { schema: fields } },
      want: { type: "application/vnd.pets.v2+json; charset=utf-8", as: "json", arguments: ["a"] },
    },
    "of a vendor's own type with an object is JSON": {
      given: { "application/vnd.pets": { schema: fields } },
      want: { type: "application/vnd.pets", as: "json", arguments: ["a"] },
    },
    "of any type is JSON": {
      given: { "*/*": { schema: fields } },
      want: { type: "application/json", as: "json", arguments: ["a"] },
    },
    "of a form": {
      given: { "application/x-www-form-urlencoded": { schema: fields } },
      want: { type: "application/x-www-form-urlencoded", as: "form", arguments: ["a"] },
    },
    "of bytes is a file": {
      given: { "image/png": {} },
      want: { type: "image/png", as: "bytes", whole: "body", arguments: ["body"] },
    },
    "of any bytes is a file of no known type": {
      given: { "*/*": { schema: { type: "string", format: "binary" } } },
      want: { type: "application/octet-stream", as: "bytes", whole: "body", arguments: ["body"] },
    },
    "of XML is text as it stands": {
      given: { "application/xml": { schema: fields } },
      want: { type: "application/xml", as: "text", whole: "body", arguments: ["body"] },
    },
    "of several types takes the one that says most": {
      given: {
        "text/plain": {},
        "multipart/form-data": { schema: fields },
        "application/json": { schema: fields },
      },
      want: { type: "application/json", as: "json", arguments: ["a"] },
    },
    "of a type that would end the header takes the usual one": {
      given: { "application/x+json\r\nx-evil: 1": { schema: fields } },
      want: { type: "application/json", as: "json", arguments: ["a"] },
    },
  };
  it.each(Object.entries(rows))("%s", (_, { given, want }) => {
    const { body, inputs } = operationOf({ put: { requestBody: { content: given } } });
    expect({ ...body, arguments: inputs.map(({ argument }) => argument) }).toEqual(want);
  });

  it("in parts has files, and JSON if it says so", () => {
    const schema = {
      type: "object",
      properties: {
        file: { type: "string", format: "binary" },
        files: { type: "array", items: { contentMediaType: "image/png" } },
        meta: { type: "object" },
      },
    };
    const content = {
      "multipart/form-data": { schema, encoding: { meta: { contentType: "application/json" } } },
    };
    const { inputs } = operationOf({ post: { requestBody: { content } } });
    expect(plain(inputs.map(({ shape, placement }) => [shape, placement]))).toEqual([
      [{ kind: "file" }, {}],
      [{ kind: "list", of: { kind: "file" } }, {}],
      [free, { json: true }],
    ]);
  });

  it("of a form has the styles of its fields", () => {
    const encoding = {
      address: { style: "deepObject", explode: true },
      tags: { style: "pipeDelimited" },
      meta: { contentType: "application/json" },
    };
    const schema = {
      type: "object",
      properties: { address: { type: "object" }, tags: { type: "array" }, meta: { type: "object" } },
    };
    const { inputs } = operationOf({
      post: { requestBody: { content: { "application/x-www-form-urlencoded": { schema, encoding } } } },
    });
    expect(inputs.map(({ placement }) => placement)).toEqual([
      { style: "deepObject", explode: true },
      { style: "pipeDelimited" },
      { json: true },
    ]);
  });

  it("may be shared, is sent with DELETE and GET, and is reported with HEAD", () => {
    const requestBody = { $ref: "#/components/requestBodies/Pet" };
    const components = { requestBodies: { Pet: { content: json(fields) } } };
    const { operations, problems } = read(
      { "/pets": { get: { requestBody }, delete: { requestBody }, head: { requestBody } } },
      { components },
    );
    expect(operations.map(({ method, inputs }) => [method, inputs.length])).toEqual([
      ["GET", 1],
      ["HEAD", 0],
      ["DELETE", 1],
    ]);
    expect(problems).toEqual([
      "HEAD /pets: It declares a request body. HEAD requests can't have one, so it is not sent.",
    ]);
  });
});

describe("a path", () => {
  const parameter = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });

  it.each([
    ["/{a}-{b}", ["a", "b"]],
    ["/compare/{base}...{head}", ["base", "head"]],
    ["/pets/{a}/", ["a"]],
    ["/pets?kind={a}", ["a"]],
    ["/pets/{a}#kind={b}", ["a"]],
  ])("%s has %j", (path, names) => {
    const { inputs } = operationOf(
      { get: { parameters: [parameter("a"), parameter("b"), parameter("base"), parameter("head")] } },
      { path },
    );
    expect(inputs.map(({ wire }) => wire).sort()).toEqual(names);
  });

  it.each(["pets", "/pets/../admin", "/{unknown}"])(
    "%s is left out, and the other operations stay",
    (path) => {
      const { operations, problems } = read({ [path]: { get: {} }, "/pets": { get: {} } });
      expect(operations.map(({ key }) => key)).toEqual(["GET /pets"]);
      expect(problems).toHaveLength(1);
    },
  );

  it("may be shared, and keywords next to the reference extend it", () => {
    const pathItems = { Pets: { get: { operationId: "a" }, put: { operationId: "b" } } };
    const { operations } = read(
      {
        "/pets": { $ref: "#/components/pathItems/Pets", put: { operationId: "c" }, "x-note": 1 },
        "x-paths": {},
      },
      { components: { pathItems } },
    );
    expect(operations.map(({ operationId }) => operationId)).toEqual(["a", "c"]);
  });

  it("that refers to itself is left out", () => {
    const { problems } = read({ "/a": { $ref: "#/paths/~1b" }, "/b": { $ref: "#/paths/~1a" } });
    expect(problems).toHaveLength(2);
  });
});

describe("a server", () => {
  const servers = [{ url: "https://{region}.example.com/v1/", variables: { region: { default: "eu" } } }];
  const withOwn = (...urls: string[]) =>
    read({ "/pets": { get: { servers: urls.map((url) => ({ url })) } } }, { servers });
  const prefixOf = (...urls: string[]) => withOwn(...urls).operations[0]!.prefix;

  it("of an operation at the API's origin is a prefix instead of the API's", () => {
    expect(prefixOf("https://eu.example.com/v2/")).toEqual({ own: "/v2", common: "/v1" });
    expect(prefixOf("/v2")).toEqual({ own: "/v2", common: "/v1" });
    expect(prefixOf("/")).toEqual({ own: "", common: "/v1" });
    expect(prefixOf("https://files.example.com", "/v2")).toEqual({ own: "/v2", common: "/v1" });
  });

  it("that is the API's own adds nothing, so an operator's base URL still applies", () => {
    expect(prefixOf("https://eu.example.com/v1")).toBeUndefined();
    expect(operationOf({ get: {} }, { servers }).prefix).toBeUndefined();
  });

  it("is compared by path if the document has no absolute server", () => {
    const beside = (url: string, ...servers: object[]) =>
      operationOf({ get: { servers: [{ url }] } }, { servers }).prefix;
    expect(beside("/")).toBeUndefined();
    expect(beside("/", { url: "/api/v2" })).toEqual({ own: "", common: "/api/v2" });
    expect(beside("https://pets.local", { url: "//pets.local" })).toBeUndefined();
    expect(read({ "/pets": { get: { servers: [{ url: "https://pets.example.com" }] } } }).operations).toEqual(
      [],
    );
  });

  it("of an operation overrides its path's, and its path's overrides the API's", () => {
    const paths = { "/pets": { servers: [{ url: "/v3" }], get: { servers: [{ url: "/v2" }] }, put: {} } };
    expect(read(paths, { servers }).operations.map(({ prefix }) => prefix?.own)).toEqual(["/v2", "/v3"]);
  });

  it.each([
    ["https://files.example.com/v1", /not at the API's origin/],
    ["http://eu.example.com/v1", /not at the API's origin/],
    ["https://eu.example.com:8443/v1", /not at the API's origin/],
    ["https://eu.example.com.evil.org/v1", /not at the API's origin/],
    ["//files.example.com/v1", /not at the API's origin/],
    ["ftp://example.com", /not an http/],
    ["https://user:secret@eu.example.com/v1", /^(?!.*secret).*not an http/],
    ["//[broken", /not an http/],
  ])("%s leaves its operation out, which is reported", (url, reason) => {
    const { operations, problems } = withOwn(url);
    expect(operations).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(reason)]);
  });
});

describe("hostile text", () => {
  const hostile = "\"'`${globalThis.hit=1}*/\u2028\n\u202Eevil\u{E0041} {{x}} </script> <!-- hidden --> \\";

  it("in names, values, descriptions and defaults never becomes code", () => {
    const schema = {
      type: "object",
      required: [`__proto__`, `"a"`],
      properties: {
        [`"a"`]: {
          type: "string",
          enum: [`${"`"}\${globalThis.hit=1}*/`, "\u2028"],
          description: hostile,
          default: hostile,
        },
        [`*/globalThis.hit=1//`]: {
          type: "object",
          description: hostile,
          properties: { "`${globalThis.hit=1}`": { type: "string" } },
        },
        constructor: { type: "string", pattern: "`${globalThis.hit=1}`" },
      },
    };
    const hidden = JSON.parse(`{"properties":{"__proto__":{"type":"string"}}}`) as Loose;
    const { inputs } = operationOf({
      post: {
        requestBody: {
          content: { "application/json": { schema: { type: "array", items: { allOf: [schema, hidden] } } } },
        },
      },
    });
    const fields: Field[] = inputs.map((input) => ({
      name: input.argument,
      required: input.required,
      shape: input.shape,
      words: input.prose,
    }));
    const z = new Proxy({}, { get: () => chain });
    const chain: unknown = new Proxy(() => chain, { get: () => chain });
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- shows that the text of a schema runs no code
    new Function("z", `return ${inputExpression(fields)}`)(z);
    expect((globalThis as Loose).hit).toBeUndefined();
    const shown = JSON.stringify(inputSchema(fields));
    expect(shown).not.toMatch(/[\u2028\u202E]|\u{E0041}|hidden/u);
    expect(shown).toContain("__proto__");
  });

  it("that is invisible is not used as a value or a name", () => {
    expect(plain(shapeOf({ enum: ["a", "b\u200B"] }))).toEqual({ kind: "choice", values: ["a"] });
    expect(plain(shapeOf({ properties: { "a\u202E": {}, b: {} } }))).toEqual(of(field("b", anything)));
    const required = { properties: { "a\u202E": {} }, required: ["a\u202E"] };
    const { problems } = read({
      "/": { post: { requestBody: { content: { "application/json": { schema: required } } } } },
    });
    expect(problems[0]).toContain("characters that can't be seen");
  });
});

describe("a large input", () => {
  const words = "Long words on this field, one sentence after another. ".repeat(10);
  const deep = (level: number, width = 6): Loose => ({
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: width }, (_, index) => [
        `field_${level}_${index}`,
        level === 0 ? { type: "string", description: words } : deep(level - 1, width),
      ]),
    ),
  });
  const sizeOf = (schema: Loose) => {
    const { inputs } = operationOf({
      post: { requestBody: { content: { "application/json": { schema } } } },
    });
    const fields = inputs.map((input) => ({
      name: input.argument,
      required: input.required,
      shape: input.shape,
      words: input.prose,
    }));
    return { inputs, schema: JSON.stringify(inputSchema(fields)) };
  };

  it("stays within 3,000 tokens by cutting deep levels, with a note", () => {
    const { inputs, schema } = sizeOf(deep(5));
    expect(schema.length).toBeLessThan(13_000);
    expect(schema.length).toBeGreaterThan(2_000);
    expect(inputs).toHaveLength(6);
    expect(schema).toContain("cut at level 1");
  });

  it("loses parts of descriptions before schemas are cut", () => {
    const { schema } = sizeOf(deep(1, 7));
    expect(schema).not.toContain("cut at");
    expect(schema).toContain("Long words on this field");
  });

  it("is read in bounded time, however its references multiply", () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `S${index}`,
        {
          oneOf: Array.from({ length: 30 }, (_, other) => ({
            type: "object",
            properties: { [`p${index}_${other}`]: ref(`S${other}`) },
          })),
        },
      ]),
    );
    const { inputs } = operationOf(
      { post: { requestBody: { content: { "application/json": { schema: ref("S0") } } } } },
      { components: { schemas } },
    );
    expect(JSON.stringify(inputs).length).toBeLessThan(20_000);
  });
});

describe("an answer", () => {
  it("that is unreadable leaves its operation usable", () => {
    const schema = { $ref: "#/components/schemas/Missing" };
    const responses = { 200: { description: "", content: { "application/json": { schema } } } };
    expect(operationOf({ get: { responses } }).answer).toBeUndefined();
  });

  it("is the first success with JSON", () => {
    const content = { "application/json": { schema: { type: "array", items: {} } } };
    const responses = { 202: { description: "" }, 200: { description: "", content } };
    expect(operationOf({ get: { responses } }).answer?.kind).toBe("list");
  });
});
