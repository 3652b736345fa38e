import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { factsOf, importDocument, printDocument } from "../../generator/load/import.js";
import { printSource, writeImport } from "../../generator/load/write-import.js";

// A document is looked into by the keys that a test has just written.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** A document whose one operation answers with `schema`. */
function answering(schema: unknown, more: Record<string, unknown> = {}, openapi = "3.0.1") {
  return {
    openapi,
    info: { title: "Pets", version: "1" },
    paths: {
      "/pets": {
        get: { responses: { 200: { description: "", content: { "application/json": { schema } } } } },
      },
    },
    ...more,
  };
}

const schemaIn = (document: Loose) =>
  document.paths["/pets"].get.responses[200].content["application/json"].schema;

async function write(name: string, text: string | object): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, typeof text === "string" ? text : JSON.stringify(text));
  return path;
}

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

  it("are refused with the place where a document is not valid OpenAPI", () => {
    expect(() => factsOf([])).toThrow("an OpenAPI document is expected");
    expect(() => factsOf({ openapi: "4.0.0" })).toThrow(
      '#/openapi: OpenAPI 3.0 or 3.1 is expected, not "4.0.0"',
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

describe("shared objects", () => {
  it("are dropped unless an operation uses them", () => {
    const string = { schema: { type: "string" } };
    const facts: Loose = factsOf({
      ...answering({ $ref: "#/components/schemas/Used" }),
      components: {
        schemas: {
          Used: { items: { $ref: "#/components/schemas/Inner" } },
          Inner: {},
          Unused: {},
          Other: {},
        },
        parameters: { unused: { name: "a", in: "query", schema: { $ref: "#/components/schemas/Other" } } },
        responses: { unused: {} },
        headers: { unused: string },
        requestBodies: { unused: { content: {} } },
        securitySchemes: { key: { type: "apiKey", in: "header", name: "K" } },
      },
    });
    expect(facts.components).toEqual({
      schemas: { Inner: {}, Used: { items: { $ref: "#/components/schemas/Inner" } } },
      securitySchemes: { key: { type: "apiKey", in: "header", name: "K" } },
    });
  });

  it("survive as cycles", () => {
    const schemas = {
      Node: {
        properties: {
          next: { $ref: "#/components/schemas/Node" },
          tree: { $ref: "#/components/schemas/Tree" },
        },
      },
      Tree: { allOf: [{ $ref: "#/components/schemas/Node" }] },
    };
    const facts: Loose = factsOf(
      answering({ $ref: "#/components/schemas/Node" }, { components: { schemas } }),
    );
    expect(facts.components.schemas).toEqual(schemas);
  });

  it("get a name if others refer into an operation", () => {
    const document: Loose = answering({ type: "string" });
    const ref = "#/paths/~1pets/get/responses/200/content/application~1json/schema";
    document.paths["/more"] = {
      get: { responses: { 200: { content: { "a/b": { schema: { $ref: ref } } } } } },
    };
    const facts: Loose = factsOf(document);
    const name = "paths_pets_get_responses_200_content_application_json_schema";
    expect(facts.components.schemas).toEqual({ [name]: { type: "string" } });
  });

  it("are found through discriminators, with and without a mapping", () => {
    const extending = { allOf: [{ $ref: "#/components/schemas/Pet" }] };
    const discriminator = { propertyName: "kind", mapping: { b: "Bird", f: "#/components/schemas/Fish" } };
    const schemas = { Pet: { type: "object", discriminator }, Bird: {}, Fish: {}, Dog: extending, Rock: {} };
    const facts: Loose = factsOf(
      answering({ $ref: "#/components/schemas/Pet" }, { components: { schemas } }),
    );
    expect(Object.keys(facts.components.schemas)).toEqual(["Bird", "Dog", "Fish", "Pet"]);
    expect(facts.components.schemas.Pet.discriminator.mapping.b).toBe("#/components/schemas/Bird");
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

describe("files", () => {
  it("reads OpenAPI 3.1 in YAML", async () => {
    const path = await write(
      "pets.yaml",
      `openapi: 3.1.0
info: { title: Pets, version: 2020-01-01 }
paths:
  /pets:
    get:
      responses:
        "200":
          description: No prose
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Pet"
                title: No prose
                minProperties: 1
        "204":
components:
  schemas:
    Pet:
      type: [object, "null"]
      $defs: { Id: { const: 1 } }
      properties: { id: { $ref: "#/components/schemas/Pet/$defs/Id" }, any: }
      unevaluatedProperties: false
`,
    );
    const { document, counts }: Loose = await importDocument(path);
    expect(counts).toEqual({ paths: 1, operations: 1, schemas: 2 });
    expect(document.info).toEqual({ title: "Pets", version: "2020-01-01" });
    expect(schemaIn(document)).toEqual({ $ref: "#/components/schemas/Pet", minProperties: 1 });
    expect(document.paths["/pets"].get.responses["204"]).toEqual({ description: "" });
    expect(document.components.schemas).toMatchObject({
      Pet: {
        type: ["object", "null"],
        properties: { any: {}, id: { $ref: "#/components/schemas/Pet_defs_Id" } },
        unevaluatedProperties: false,
      },
      Pet_defs_Id: { const: 1 },
    });
  });

  it("reads Swagger 2.0", async () => {
    const schema = { $ref: "#/definitions/Pet" };
    const path = await write("swagger.json", {
      swagger: "2.0",
      info: { title: "Pets", version: "1" },
      host: "pets.example",
      paths: {
        "/pets": {
          get: { produces: ["application/json"], responses: { 200: { description: "P", schema } } },
        },
      },
      definitions: { Pet: { type: "object", description: "P" } },
    });
    const { document }: Loose = await importDocument(path);
    expect(document.openapi).toBe("3.0.0");
    expect(schemaIn(document)).toEqual({ $ref: "#/components/schemas/Pet" });
    expect(document.components.schemas).toEqual({ Pet: { type: "object" } });
  });

  it("keeps that a list of Swagger 2.0 is joined by tabs, in a query and in a form", async () => {
    const list = (name: string, place: string) => ({
      name,
      in: place,
      type: "array",
      items: { type: "string" },
      collectionFormat: "tsv",
    });
    const path = await write("tabs.json", {
      swagger: "2.0",
      info: { title: "Pets", version: "1" },
      host: "pets.example",
      paths: {
        "/pets": { post: { parameters: [list("q", "query"), list("f", "formData")], responses: {} } },
      },
    });
    const { document }: Loose = await importDocument(path);
    const { parameters, requestBody } = document.paths["/pets"].post;
    expect(parameters[0]).toMatchObject({ name: "q", "x-collectionFormat": "tsv" });
    const [media] = Object.values<Loose>(requestBody.content);
    expect(media.encoding.f).toMatchObject({ "x-collectionFormat": "tsv" });
  });

  it("makes one document of many files, and keeps cycles between them", async () => {
    await write(
      "many folder/schemas/pet.yaml",
      "type: object\nproperties:\n  owner: { $ref: 'people.json#/Owner' }\n",
    );
    await write("many folder/schemas/people.json", {
      Owner: {
        properties: {
          pets: { items: { $ref: "pet.yaml" } },
          error: { $ref: "../openapi.json#/components/schemas/Error" },
        },
      },
      Error: { type: "integer" },
    });
    await write("many folder/paths.json", {
      pets: {
        parameters: [{ $ref: "#/limit" }],
        get: {
          responses: { 200: { content: { "application/json": { schema: { $ref: "schemas/pet.yaml" } } } } },
        },
      },
      limit: { name: "limit", in: "query", schema: { $ref: "schemas/people.json#/Error" } },
    });
    const path = await write("many folder/openapi.json", {
      ...answering({}),
      paths: { "/pets": { $ref: "paths.json#/pets" } },
      components: { schemas: { Error: { type: "string" }, Pet: { $ref: "./schemas/pet.yaml" } } },
    });
    const { document }: Loose = await importDocument(path);
    expect(schemaIn(document)).toEqual({ $ref: "#/components/schemas/Pet" });
    expect(document.paths["/pets"].parameters).toEqual([{ $ref: "#/components/parameters/limit" }]);
    expect(document.components).toEqual({
      parameters: {
        limit: { name: "limit", in: "query", schema: { $ref: "#/components/schemas/people_Error" } },
      },
      schemas: {
        Error: { type: "string" },
        Owner: {
          properties: {
            error: { $ref: "#/components/schemas/Error" },
            pets: { items: { $ref: "#/components/schemas/Pet" } },
          },
        },
        Pet: { type: "object", properties: { owner: { $ref: "#/components/schemas/Owner" } } },
        people_Error: { type: "integer" },
      },
    });
    expect(await importDocument(path)).toEqual(await importDocument(path));
  });

  it("stays in the document's folder, whatever a reference or a link says", async () => {
    const secret = await write("secret.json", { type: "string" });
    await mkdir(join(folder, "inner"));
    await symlink(secret, join(folder, "inner/link.json"));
    for (const ref of ["../secret.json", "link.json", secret, `file://${secret}`, "%2e%2e/secret.json"]) {
      const path = await write("inner/openapi.json", answering({ $ref: ref }));
      await expect(importDocument(path), ref).rejects.toThrow("it is outside");
    }
    const path = await write("inner/openapi.json", answering({ $ref: "http://127.0.0.1:1/pet.json" }));
    await expect(importDocument(path)).rejects.toThrow("a document in a file may only refer to files");
  });

  it("ignores a broken reference that nothing uses", async () => {
    const example = { $ref: "http://127.0.0.1:1/pet.json" };
    const path = await write("example.json", answering({ type: "object", example }));
    expect(schemaIn((await importDocument(path)).document)).toEqual({ type: "object" });
  });

  it("reports what cannot be read", async () => {
    await expect(importDocument(join(folder, "none.json"))).rejects.toThrow("there is no such file");
    await expect(importDocument(folder)).rejects.toThrow("it is not a file");
    await expect(importDocument(await write("bad.json", "{ a: [ }"))).rejects.toThrow(
      "neither JSON nor YAML",
    );
    await expect(
      importDocument(await write("lost.json", answering({ $ref: "lost-too.json" }))),
    ).rejects.toThrow(/lost-too\.json: it cannot be read: ENOENT/);
    await expect(importDocument(await write("empty.json", ""))).rejects.toThrow(
      "an OpenAPI document is expected",
    );
  });
});

describe("limits", () => {
  it("count the bytes of all files together", async () => {
    await write("large/b.json", { type: "string", description: "x".repeat(2000) });
    const path = await write("large/a.json", answering({ $ref: "b.json" }));
    await expect(importDocument(path, { maxBytes: 2000 })).rejects.toThrow(
      "it is larger than 2000 bytes in all",
    );
    await expect(importDocument(path, { maxBytes: 4000 })).resolves.toBeDefined();
  });

  it("cover the time for processing the files", async () => {
    const properties = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`p${index}`, {}]));
    const path = await write("slow.json", answering({ properties }));
    await expect(importDocument(path, { timeoutMs: 1 })).rejects.toThrow("it took longer than 0.001 s");
  });

  it("refuse YAML aliases that multiply", async () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const items = Array(10).fill(level === 0 ? "{}" : `*a${level - 1}`);
      return `  a${level}: &a${level} { allOf: [${items.join(", ")}] }\n`;
    });
    const path = await write("bomb.yaml", `${JSON.stringify(answering({ $ref: "bombs.yaml#/x/a8" }))}`);
    await write("bombs.yaml", `x:\n${levels.join("")}`);
    await expect(importDocument(path)).rejects.toThrow("it has too many values");
  });

  it("refuse endless nesting", async () => {
    const path = await write("loop.json", answering({ $ref: "loop.yaml#/a" }));
    await write("loop.yaml", "a: &a\n  items: *a\n");
    await expect(importDocument(path)).rejects.toThrow("nested more than 200 levels deep");
    const deep = `${'{"items":'.repeat(20_000)}{}${"}".repeat(20_000)}`;
    const other = await write("deep.json", JSON.stringify(answering("DEEP")).replace('"DEEP"', deep));
    await expect(importDocument(other)).rejects.toThrow("nested more than 200 levels deep");
  });
});

describe("servers", () => {
  type Handler = (request: IncomingMessage, response: ServerResponse) => void;
  const servers: Server[] = [];

  afterAll(() => servers.forEach((server) => server.close().closeAllConnections()));

  async function serve(handler: Handler): Promise<string> {
    const server = createServer(handler).listen(0, "127.0.0.1");
    servers.push(server);
    await new Promise((resolve) => server.once("listening", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const serveFiles = (files: Record<string, unknown>, seen: string[] = []) =>
    serve((request, response) => {
      seen.push(request.url!);
      const file = files[request.url!];
      response.writeHead(file === undefined ? 404 : 200).end(JSON.stringify(file));
    });

  const redirect = (to: string) => serve((_, response) => response.writeHead(302, { location: to }).end());

  it("follows references on the document's own server", async () => {
    const origin = await serveFiles({
      "/api/openapi.json?key=k": answering({ $ref: "pet.json#/Pet" }),
      "/api/pet.json": { Pet: { type: "object" } },
    });
    const { document }: Loose = await importDocument(`${origin}/api/openapi.json?key=k`);
    expect(document.components.schemas).toEqual({ Pet: { type: "object" } });
  });

  it("never reads from another server or the disk", async () => {
    const asked: string[] = [];
    const other = await serveFiles({ "/pet.json": {} }, asked);
    for (const ref of [`${other}/pet.json`, "file:///etc/hostname", "ftp://127.0.0.1/pet.json"]) {
      const origin = await serveFiles({ "/openapi.json": answering({ $ref: ref }) });
      await expect(importDocument(`${origin}/openapi.json`), ref).rejects.toThrow("it is at another origin");
    }
    expect(asked).toEqual([]);
  });

  it("follows a redirect only within the origin", async () => {
    const asked: string[] = [];
    const other = await serveFiles({ "/openapi.json": answering({}) }, asked);
    await expect(importDocument(await redirect(`${other}/openapi.json`))).rejects.toThrow(
      `it redirects to another origin, ${other}`,
    );
    expect(asked).toEqual([]);
    const moved = await serve((request, response) => {
      if (request.url === "/new") response.end(JSON.stringify(answering({})));
      else response.writeHead(301, { location: "/new" }).end();
    });
    await expect(importDocument(`${moved}/old`)).resolves.toBeDefined();
    await expect(importDocument(await redirect("/again"))).rejects.toThrow("it redirects more than 5 times");
  });

  it("stops reading from a server that never ends or never begins", async () => {
    const endless = await serve((_, response) => {
      const timer = setInterval(() => response.write("x".repeat(10_000)), 1);
      response.on("close", () => clearInterval(timer));
    });
    await expect(importDocument(endless, { maxBytes: 50_000 })).rejects.toThrow("larger than 50000 bytes");
    await expect(importDocument(endless, { timeoutMs: 100 })).rejects.toThrow("it took longer than 0.1 s");
    await expect(importDocument(await serve(() => {}), { timeoutMs: 100 })).rejects.toThrow(
      "took longer than 0.1 s",
    );
  });

  it("reports what the server answered", async () => {
    const origin = await serveFiles({});
    await expect(importDocument(`${origin}/openapi.json`)).rejects.toThrow("the server answered 404");
    await expect(importDocument("http://name:secret@pets.example/")).rejects.toThrow(/^(?!.*secret)/);
  });
});

describe("written files", () => {
  it("keep their bytes and their date for the same source", async () => {
    const source = await write("source.json", answering({ type: "string" }));
    const specs = join(folder, "specs/pets");
    const read = () =>
      Promise.all(["openapi.json", "SOURCE.md"].map((name) => readFile(join(specs, name), "utf8")));
    expect(await writeImport(source, specs, "2026-01-01")).toEqual({ paths: 1, operations: 1, schemas: 0 });
    const [document, notes] = await read();
    expect(document).toMatch(/^\{\n {2}"openapi": "3\.0\.1",\n/);
    expect(notes).toContain("- source: `source.json`\n- imported: 2026-01-01\n");
    await writeImport(source, specs, "2026-02-02");
    expect(await read()).toEqual([document, notes]);
    await write("source.json", answering({ type: "integer" }));
    await writeImport(source, specs, "2026-02-02");
    expect((await read())[1]).toContain("- imported: 2026-02-02\n");
  });

  it("keep an enum's order where only its order changed", async () => {
    const document = (values: string[]) => answering({ type: "string", enum: values });
    const specs = join(folder, "specs/zoo");
    const read = () => readFile(join(specs, "openapi.json"), "utf8");
    await writeImport(await write("source.json", document(["low", "high"])), specs, "2026-01-01");
    const before = await read();
    await writeImport(await write("source.json", document(["high", "low"])), specs, "2026-02-02");
    expect(await read()).toBe(before);
    await writeImport(await write("source.json", document(["high", "low", "none"])), specs, "2026-02-02");
    expect((await read()).replaceAll(/\s+/g, "")).toContain('["high","low","none"]');
  });

  it("name a URL without its secret parts", () => {
    const imported = { document: {}, sha256: "0", counts: { paths: 0, operations: 0, schemas: 0 } };
    const notes = printSource("https://a:b@pets.example/openapi.json?token=c#d", imported, "2026-01-01");
    expect(notes).toContain("- source: `https://pets.example/openapi.json`\n");
  });
});

describe("FireHydrant's documents", () => {
  const shared = new URL("../../../shared/firehydrant/", import.meta.url);
  const missing = !existsSync(shared);
  if (missing) console.log("skipped: FireHydrant's documents are not next to the project");

  it.skipIf(missing)("of July 2025 lose their twins", async () => {
    const { document, counts } = await importDocument(new URL("upstream-2025-07.json", shared).href);
    expect(counts).toEqual({ paths: 266, operations: 436, schemas: 414 });
    expect(printDocument(document)).not.toContain("Nullable");
  });

  it.skipIf(missing)("of April 2026 match specs/", async () => {
    const { document, counts } = await importDocument(new URL("upstream-2026-04.json", shared).href);
    expect(counts).toEqual({ paths: 293, operations: 474, schemas: 454 });
    const stored = await readFile(new URL("../../specs/firehydrant/openapi.json", import.meta.url), "utf8");
    expect(printDocument(document) === stored, "specs/firehydrant/openapi.json is stale").toBe(true);
  });
});

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withKeysReversed(item)]);
  return Object.fromEntries(entries.reverse());
}
