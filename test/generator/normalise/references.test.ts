import { describe, expect, it } from "vitest";
import type { Shape } from "../../../generator/model/shape.js";
import { inputSchema } from "../../../generator/render/json-schema.js";
import { type Loose, read, shapeOf, plain, ref, text, integer, free, field, of } from "./kit.js";

describe("a schema with references", () => {
  it("includes keywords next to a reference in 3.1, and ignores them in 3.0", () => {
    const schemas = { Pet: { properties: { name: { type: "string" } } } };
    const given = { ...ref("Pet"), type: "object", properties: { age: { type: "integer" } } };
    expect(plain(shapeOf(given, schemas))).toEqual(of(field("name", text), field("age", integer)));
    expect(plain(shapeOf(given, schemas, "3.0.3"))).toEqual(of(field("name", text)));
  });

  it("may lead through other references", () => {
    const schemas = {
      Pet: { type: "object", properties: { owner: ref("Owner") } },
      Owner: { type: "object", properties: { name: { type: "string" } } },
    };
    const through = { $ref: "#/components/schemas/Pet/properties/owner/properties/name" };
    expect(shapeOf(through, schemas)).toEqual(text);
    const schema = { $ref: "#/components/schemas/A/properties/a" };
    const get = { parameters: [{ name: "a", in: "query", schema }] };
    const circle = { components: { schemas: { A: ref("B"), B: ref("A") } } };
    expect(read({ "/pets": { get } }, circle).problems).toEqual([
      expect.stringContaining("points to nothing"),
    ]);
  });

  it("is cut where it repeats itself, with a note", () => {
    const schemas = { Node: { type: "object", properties: { next: ref("Node"), name: { type: "string" } } } };
    const note = "The same again as Node, cut here.";
    expect(plain(shapeOf(ref("Node"), schemas))).toEqual(
      of(field("next", { ...free, note }), field("name", text)),
    );
  });

  it.each(["a first", "b first"])("is read in each operation as if it were the only one, %s", (order) => {
    const age = { type: "integer", default: "old" };
    const schemas = {
      Team: { type: "object", properties: { lead: ref("Person") } },
      Person: { type: "object", properties: { team: ref("Team"), age } },
    };
    // All have a Person at the same level. In `a` it is inside a Team.
    const leads = { type: "object", properties: { lead: ref("Person") } };
    const bodies: Loose = { a: ref("Team"), b: leads, c: leads };
    const itemOf = (name: string) => {
      const schema = { type: "object", properties: { it: bodies[name] } };
      return { post: { requestBody: { content: { "application/json": { schema } } } } };
    };
    const more = { components: { schemas } };
    const names = order === "a first" ? ["a", "b", "c"] : ["b", "a", "c"];
    const both = read(Object.fromEntries(names.map((name) => [`/${name}`, itemOf(name)])), more);
    const alone = names.map((name) => read({ [`/${name}`]: itemOf(name) }, more));
    expect(plain(both.operations)).toEqual(plain(alone.flatMap(({ operations }) => operations)));
    expect(both.problems).toEqual(alone.flatMap(({ problems }) => problems));
    expect(both.problems).toHaveLength(3);
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

  it("whose allOf contain each other has the fields of all, each once", () => {
    const schemas = {
      A: { allOf: [ref("B"), { properties: { a: { type: "integer" } } }] },
      B: { allOf: [ref("A"), ref("B")], properties: { b: { type: "string" } }, required: ["a"] },
    };
    const { fields } = shapeOf(ref("A"), schemas) as Extract<Shape, { kind: "record" }>;
    expect(plain(fields.map(({ name, shape, required }) => [name, shape, required]))).toEqual([
      ["a", integer, true],
      ["b", text, false],
    ]);
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
      "GET /d is left out: The reference #/components/__proto__ points to nothing.",
      "GET /e is left out: The reference #anchor is not a JSON pointer.",
      "GET /f is left out: The reference other.json#/a points outside the document.",
    ]);
  });
});
