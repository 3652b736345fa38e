import { describe, expect, it } from "vitest";
import { type Row, read, operationOf, plain, free } from "./kit.js";

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
    "of XML is text that is sent unchanged": {
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
