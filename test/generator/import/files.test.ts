import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importDocument } from "../../../generator/load/import.js";
import { type Loose, answering, schemaIn, write, folder } from "./kit.js";

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
