import { describe, expect, it } from "vitest";
import { read, operationOf, shapeOf, plain, ref, text, integer, field, of } from "./kit.js";

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
