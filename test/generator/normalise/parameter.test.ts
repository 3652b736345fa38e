import { describe, expect, it } from "vitest";
import { ProblemList } from "../../../generator/model/problem.js";
import { normalise } from "../../../generator/normalise/normalise.js";
import { type Row, documentOf, read, operationOf, plain, text, integer, free } from "./kit.js";

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
    "that allows reserved characters": {
      given: { in: "query", allowReserved: true, schema: { type: "string" } },
      want: { in: "query", placement: { reserved: true }, shape: text },
    },
    "in a header, where reserved characters need no escape": {
      given: { in: "header", allowReserved: true, schema: { type: "string" } },
      want: { in: "header", placement: {}, shape: text },
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
