import { describe, expect, it } from "vitest";
import { noMemo } from "../../../generator/model/memo.js";
import { countTokens } from "../../../generator/render/tokens.js";
import { documentOf, generatedFrom, posting } from "./kit.js";

const header = `openapi: 3.0.3
info: { title: Pets, version: "1" }
servers: [{ url: "http://127.0.0.1" }]
`;

describe("an operation behind a reference", () => {
  it("has its arguments, from the same document and from another file", async () => {
    const { schemas, problems, send } = await generatedFrom({
      "pets.yaml": `${header}paths:
  /pets/{id}:
    delete: { $ref: "operations.yaml#/remove" }
    get: { $ref: "#/components/x-operations/show" }
components:
  x-operations:
    show:
      operationId: show_pet
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: ok } }
`,
      "operations.yaml": `remove:
  operationId: remove_pet
  summary: Remove a pet
  parameters:
    - { name: id, in: path, required: true, schema: { type: string } }
    - { name: reason, in: query, required: true, schema: { type: string } }
  responses: { "204": { description: gone } }
`,
    });
    expect(problems).toEqual([]);
    expect(schemas.remove_pet).toMatchObject({ required: ["id", "reason"] });
    expect(schemas.show_pet).toMatchObject({ required: ["id"] });
    expect(send("remove_pet", { id: "a", reason: "old age" }).line).toBe("DELETE /pets/a?reason=old%20age");
  });
});

describe("text with the name of a tokenizer's special token", () => {
  const stop = {
    type: "string",
    description: "Text to stop at, like <|endoftext|>.",
    enum: ["<|endoftext|>", "<|im_end|>"],
  };

  it("counts like any other text", async () => {
    expect(await countTokens(stop.description, noMemo)).toBeGreaterThan(5);
  });

  it("does not fail the generation; text for models is left out until a person accepts it", async () => {
    const parameters = [{ name: "stop", in: "query", description: stop.description, schema: stop }];
    const { schemas, send } = await generatedFrom({
      "pets.json": documentOf({ "/pets": { get: { operationId: "list_pets", parameters, responses: {} } } }),
    });
    expect(schemas.list_pets).toMatchObject({ properties: { stop: { type: "string" } } });
    expect(send("list_pets", { stop: "<|im_end|>" }).line).toBe("GET /pets?stop=%3C%7Cim_end%7C%3E");
  });
});

describe("YAML", () => {
  it("has anchors and merge keys, and own keys override merged ones", async () => {
    const { send, schemas } = await generatedFrom({
      "pets.yaml": `${header}x-paged: &paged
  parameters: &parameters
    - { name: page, in: query, schema: { type: integer } }
x-name: &name { name: { type: string, maxLength: 5 } }
paths:
  /pets:
    get:
      <<: *paged
      operationId: list_pets
      responses: { "200": { description: ok } }
    post:
      operationId: create_pet
      parameters: *parameters
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { <<: [*name, { age: { type: integer } }], kind: { type: string } } }
      responses: { "200": { description: ok } }
`,
    });
    expect(send("list_pets", { page: 2 }).line).toBe("GET /pets?page=2");
    expect(schemas.create_pet).toMatchObject({
      properties: { name: { type: "string", maxLength: 5 }, age: { type: "integer" }, kind: {}, page: {} },
    });
    expect(send("create_pet", { page: 1, name: "Rex", age: 3 }).body).toBe(`{"name":"Rex","age":3}`);
  });

  it("may write booleans as yes, no, on and off; in an enum of texts these stay texts", async () => {
    const { schemas, send } = await generatedFrom({
      "pets.yaml": `${header}paths:
  /pets:
    get:
      operationId: list_pets
      parameters:
        - { name: kind, in: query, required: yes, schema: { type: string, enum: [on, off, no] } }
        - { name: sold, in: query, schema: { type: boolean, default: off } }
        - { name: ids, in: query, explode: no, schema: { type: array, items: { type: string } } }
      responses: { "200": { description: ok } }
`,
    });
    expect(schemas.list_pets).toMatchObject({
      required: ["kind"],
      properties: { kind: { enum: ["on", "off", "no"] }, sold: { type: "boolean", default: false } },
    });
    expect(send("list_pets", { kind: "off", ids: ["1", "2"] }).line).toBe("GET /pets?ids=1,2&kind=off");
  });
});

describe("numbers in YAML", () => {
  it("are the texts that were written where a schema takes texts, and numbers elsewhere", async () => {
    const { schemas, send } = await generatedFrom({
      "pets.yaml": `
openapi: 3.0.3
info: { title: Pets, version: 1.0 }
servers: [{ url: "http://127.0.0.1" }]
paths:
  /pets:
    get:
      operationId: list_pets
      parameters:
        - { name: version, in: query, schema: { type: string, enum: [1.0, 2.10, 010, 1e3], default: 2.10 } }
        - { name: size, in: query, schema: { type: number, minimum: 1.50 } }
      responses: { 0200: { description: ok } }
`,
    });
    expect(schemas.list_pets!.properties).toMatchObject({
      version: { enum: ["1.0", "2.10", "010", "1e3"], default: "2.10" },
      size: { type: "number", minimum: 1.5 },
    });
    expect(send("list_pets", { version: "2.10" }).line).toBe("GET /pets?version=2.10");
  });
});

describe("JSON", () => {
  const pets = JSON.stringify(documentOf({ "/pets": { get: { operationId: "list_pets", responses: {} } } }));
  const given: Record<string, string | Uint8Array> = {
    "with comments and commas at the end of lists": `// Pets\n${pets.replace("}}}", "},/* all */}},")}`,
    "with a byte order mark": `\uFEFF${pets}`,
    "in UTF-16": Buffer.from(`\uFEFF${pets}`, "utf16le"),
    "in UTF-16 with the high byte first": Buffer.from(`\uFEFF${pets}`, "utf16le").swap16(),
  };
  it.each(Object.entries(given))("%s is read", async (_, text) => {
    const { schemas } = await generatedFrom({ "pets.json": text });
    expect(Object.keys(schemas)).toEqual(["list_pets"]);
  });
});

describe("Swagger 2.0", () => {
  const lists = ["csv", "multi", "ssv", "pipes", "tsv"];
  const operation = (operationId: string, place: string, consumes: string) => ({
    operationId,
    consumes: [consumes],
    parameters: lists.map((collectionFormat) => ({
      name: collectionFormat,
      in: place,
      type: "array",
      items: { type: "string" },
      collectionFormat,
    })),
    responses: { 200: { description: "ok" } },
  });
  const document = {
    swagger: "2.0",
    info: { title: "Pets", version: "1" },
    host: "127.0.0.1",
    schemes: ["http"],
    paths: {
      "/form": { post: operation("post_form", "formData", "application/x-www-form-urlencoded") },
      "/parts": { post: operation("post_parts", "formData", "multipart/form-data") },
      "/query": { get: operation("get_query", "query", "application/json") },
    },
  };
  const args = Object.fromEntries(lists.map((name) => [name, ["a", "b"]]));

  it("joins the items of a list by its collectionFormat, in queries and forms", async () => {
    const { send } = await generatedFrom({ "pets.json": document });
    const joined = "csv=a,b&multi=a&multi=b&ssv=a%20b&pipes=a%7Cb&tsv=a%09b".split("&").sort();
    const query = send("get_query", args).line.replace("GET /query?", "");
    expect(query.split("&").sort()).toEqual(joined);
    expect(send("post_form", args).body!.split("&").sort()).toEqual(joined);
  });

  it("joins them the same way in multipart forms", async () => {
    const { send } = await generatedFrom({ "pets.json": document });
    const parts = [...send("post_parts", args).body!.matchAll(/name="(\w+)"\r\n\r\n(.*)\r\n/g)];
    expect(parts.map(([, name, value]) => `${name}=${value}`).sort()).toEqual(
      ["csv=a,b", "multi=a", "multi=b", "pipes=a|b", "ssv=a b", "tsv=a\tb"].sort(),
    );
  });

  it("refuses an item that contains the separator", async () => {
    const { send } = await generatedFrom({ "pets.json": document });
    expect(() => send("get_query", { tsv: ["a\tb"] })).toThrow(/within a value/);
  });
});

describe("a default of the wrong type", () => {
  it("is reported and not shown", async () => {
    const parameters = [
      { name: "size", in: "query", schema: { type: "integer", default: "5" } },
      { name: "all", in: "query", schema: { type: "boolean", default: "false" } },
      { name: "kind", in: "query", schema: { type: "string", default: "cat" } },
      { name: "sort", in: "query", schema: { type: "string", enum: ["up", "down"], default: "left" } },
    ];
    const { schemas, problems } = await generatedFrom({
      "pets.json": documentOf({ "/pets": { get: { operationId: "list_pets", parameters, responses: {} } } }),
    });
    expect(problems).toEqual([
      `GET /pets: The default of size is "5", which is not of type integer. It is not shown.`,
      `GET /pets: The default of all is "false", which is not of type boolean. It is not shown.`,
      `GET /pets: The default of sort is "left", which its enum does not have. It is not shown.`,
    ]);
    expect(schemas.list_pets).toMatchObject({
      properties: { size: { type: "integer" }, kind: { default: "cat" } },
    });
    expect(schemas.list_pets!.properties).not.toHaveProperty("size.default");
  });
});

describe("a request body with GET", () => {
  it("is sent", async () => {
    const { send, problems } = await generatedFrom({
      "pets.json": documentOf({
        "/search": { get: posting({ type: "object", properties: { q: { type: "string" } } }) },
      }),
    });
    expect(problems).toEqual([]);
    expect(send("post_it", { q: "cats" })).toMatchObject({ line: "GET /search", body: `{"q":"cats"}` });
  });
});
