import { describe, expect, it } from "vitest";
import { untracedArguments } from "../../../generator/describe/relations-lint.js";
import { presenceOf } from "../../../generator/describe/relations-fields.js";
import { loadRelations } from "../../../generator/describe/relations.js";
import type { Operation } from "../../../generator/model/operation.js";
import { ProblemList } from "../../../generator/model/problem.js";
import { normalise } from "../../../generator/normalise/normalise.js";

const text = { type: "string" };

const listOf = (items: unknown) => ({ type: "array", items });

const record = (properties: Record<string, unknown>) => ({ type: "object", properties });

function answering(schema?: unknown) {
  return {
    responses: {
      200: { description: "", ...(schema ? { content: { "application/json": { schema } } } : {}) },
    },
  };
}

function taking(schema: unknown) {
  return { requestBody: { content: { "application/json": { schema } } } };
}

function at(place: "path" | "query", name: string) {
  return { name, in: place, required: place === "path", schema: text };
}

/** A contract with a few operations: severities and teams are listed; the answer of zones has no types. */
const shop = operationsOf({
  "/severities": { get: answering(record({ data: listOf(record({ slug: text, name: text })) })) },
  "/teams": {
    get: { ...answering(record({ id: text, name: text })), parameters: [at("query", "owner_id")] },
  },
  "/zones": { get: answering() },
  "/teams/{id}": {
    get: { ...answering(record({ id: text, zone: record({ id: text }) })), parameters: [at("path", "id")] },
  },
  "/orders": {
    post: {
      ...answering(record({ id: text })),
      ...taking(
        record({
          severity: text,
          lines: listOf(record({ team_id: text, zone_id: text })),
          tag_ids: listOf(text),
        }),
      ),
    },
  },
  "/orders/{id}": { delete: { ...answering(), parameters: [at("path", "id")] } },
});

function operationsOf(paths: Record<string, unknown>): Operation[] {
  return normalise({ openapi: "3.0.1", paths }, "openapi.yaml", new ProblemList());
}

function load(yaml: string, operations = shop) {
  const problems = new ProblemList();
  const relations = loadRelations(yaml, "relations.yaml", operations, problems);
  return { relations, problems: problems.all.map(({ code, what, fix }) => ({ code, what, fix })) };
}

describe("loadRelations", () => {
  const sound = `
values:
  severity:
    from: [{ operation: GET /severities, field: "data[].slug" }]
    certainty: known
    match: [name]
    inputs: { body severity: all }
  team:
    from: [{ operation: GET /teams, field: "[].id" }]
    certainty: known
    inputs: { "body lines[].team_id": all, path id: ["GET /teams/{id}"] }
`;

  it("finds a relation by operation, place and path of the argument", () => {
    const { relations, problems } = load(sound);
    expect(problems).toEqual([]);
    expect(relations.find("POST /orders", "body", "severity")?.value).toBe("severity");
    expect(relations.find("POST /orders", "body", "lines[].team_id")?.value).toBe("team");
    expect(relations.find("GET /teams/{id}", "path", "id")?.value).toBe("team");
    expect(relations.find("DELETE /orders/{id}", "path", "id")).toBeUndefined();
    expect(relations.find("POST /orders", "query", "severity")).toBeUndefined();
    expect(relations.all.map(({ value, match }) => [value, match])).toEqual([
      ["severity", ["name"]],
      ["team", []],
    ]);
  });

  it("accepts an API without relations", () => {
    expect(load("{}").problems).toEqual([]);
    expect(load("").problems).toEqual([]);
  });

  const one = (from: string, rest = "inputs: { body severity: all }") => `
values:
  severity:
    from: [${from}]
    certainty: known
    ${rest}
`;
  const severities = '{ operation: GET /severities, field: "data[].slug" }';

  it.each([
    {
      name: "a source that is not an operation",
      given: one('{ operation: GET /severity, field: "data[].slug" }'),
      want: {
        code: "unknown-operation",
        what: "The contract has no operation GET /severity.",
        fix: "did you mean GET /severities?",
      },
    },
    {
      name: "a field that the answer doesn't have",
      given: one('{ operation: GET /severities, field: "data[].slag" }'),
      want: {
        code: "unknown-field",
        what: "The answer of GET /severities has no field data[].slag.",
        fix: "did you mean data[].slug?",
      },
    },
    {
      name: "a field inside a plain value",
      given: one('{ operation: GET /severities, field: "data[].slug.id" }'),
      want: { code: "unknown-field", what: "The answer of GET /severities has no field data[].slug.id." },
    },
    {
      name: "a field that is a record",
      given: one('{ operation: "GET /teams/{id}", field: zone }'),
      want: { code: "unknown-field", what: "The answer of GET /teams/{id} has no field zone." },
    },
    {
      name: "a known field of an untyped answer",
      given: one('{ operation: GET /zones, field: "data[].id" }'),
      want: { code: "untyped-field", fix: "say certainty: inferred" },
    },
    {
      name: "a name to match that the source's items don't have",
      given: one(severities, "match: [nme]\n    inputs: { body severity: all }"),
      want: {
        code: "unknown-field",
        what: "The answer of GET /severities has no field data[].nme.",
        fix: "did you mean data[].name?",
      },
    },
    {
      name: "an input that no operation has",
      given: one(severities, "inputs: { body severty: all }"),
      want: {
        code: "unknown-input",
        what: "No operation has an input body severty.",
        fix: "did you mean body severity?",
      },
    },
    {
      name: "an input that a listed operation doesn't have",
      given: one(severities, "inputs: { body severity: [POST /orders, GET /zones] }"),
      want: { code: "unknown-input", what: "GET /zones has no input body severity.", fix: undefined },
    },
    {
      name: "an input of an unknown operation",
      given: one(severities, "inputs: { body severity: [POST /order] }"),
      want: { code: "unknown-operation", fix: "did you mean POST /orders?" },
    },
    {
      name: "a form that names a value no source gives",
      given: one(severities, "takes: sev/<id>\n    inputs: { body severity: all }"),
      want: { code: "unknown-field", what: "No source gives <id>." },
    },
    {
      name: "an input without a place",
      given: one(severities, "inputs: { severity: all }"),
      want: { code: "malformed-source" },
    },
    {
      name: "a source without a field",
      given: one("{ operation: GET /severities }"),
      want: { code: "malformed-source" },
    },
    { name: "broken YAML", given: "values: [", want: { code: "malformed-yaml" } },
  ])("reports $name", ({ given, want }) => {
    const { problems } = load(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject(want);
  });

  it("accepts a field of an untyped answer if the relation is inferred", () => {
    const yaml = one('{ operation: GET /zones, field: "data[].id" }').replace("known", "inferred");
    expect(load(yaml).problems).toEqual([]);
  });

  it("reports an input that two values claim, and keeps the first", () => {
    const { relations, problems } = load(`${sound}
  other:
    from: [{ operation: GET /teams, field: "[].id" }]
    certainty: known
    inputs: { body severity: [POST /orders] }
untraced:
  - { why: It is a secret., inputs: { "body lines[].team_id": all } }
`);
    expect(problems.map(({ code, what }) => [code, what])).toEqual([
      ["claimed-twice", 'body severity of POST /orders is claimed by "severity" and by "other".'],
      ["claimed-twice", 'body lines[].team_id of POST /orders is claimed by "team" and by "untraced".'],
    ]);
    expect(relations.find("POST /orders", "body", "severity")?.value).toBe("severity");
  });

  it("lists arguments that look like an id and have neither a relation nor an excuse", () => {
    const { relations } = load(`${sound}
untraced:
  - { why: The zones are secret., inputs: { "body lines[].zone_id": all } }
`);
    expect(relations.excuse("POST /orders", "body", "lines[].zone_id")).toBe("The zones are secret.");
    expect(untracedArguments(shop, relations).map((found) => Object.values(found).join(" "))).toEqual([
      "GET /teams query owner_id",
      "POST /orders body tag_ids",
      "DELETE /orders/{id} path id",
    ]);
  });
});

describe("presenceOf", () => {
  const shapes = shop.find(({ key }) => key === "GET /severities")!.answer;
  it.each([
    ["data[].slug", "present"],
    ["data.slug", "present"],
    ["slug", "absent"],
    ["data[].slug[].id", "absent"],
    ["data[]", "absent"],
  ])("%s is %s", (path, want) => expect(presenceOf(path, shapes)).toBe(want));
  it("is untyped if the answer declares nothing", () => expect(presenceOf("id", undefined)).toBe("untyped"));
});
