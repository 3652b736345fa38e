import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { factsOf, importDocument, printDocument } from "../../../generator/load/import.js";
import { printSource, writeImport } from "../../../generator/load/write-import.js";
import { type Loose, answering, write, folder } from "./kit.js";

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
  const shared = new URL("../../../../shared/firehydrant/", import.meta.url);
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
    const stored = await readFile(
      new URL("../../../specs/firehydrant/openapi.json", import.meta.url),
      "utf8",
    );
    expect(printDocument(document) === stored, "specs/firehydrant/openapi.json is stale").toBe(true);
  });
});
