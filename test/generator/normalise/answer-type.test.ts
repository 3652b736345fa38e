import { expect, it } from "vitest";
import { createTypeReader } from "../../../generator/normalise/answer-type.js";
import { ref } from "./kit.js";

it("an answer whose allOf contain each other has the fields of all of them", () => {
  const properties = (name: string) => ({ type: "object", properties: { [name]: { type: "string" } } });
  const schemas = {
    A: { allOf: [ref("B"), properties("a")] },
    B: { allOf: [ref("A"), properties("b")] },
  };
  const reader = createTypeReader({ openapi: "3.1.0", paths: {}, components: { schemas } }, () => false);
  expect(reader.read(ref("A"))).toBe("#A");
  expect(reader.definitions().get("A")).toEqual({ fields: { a: "text", b: "text" } });
});

it("a field of such an answer that extends it again has its fields too", () => {
  const more = { type: "object", properties: { more: { type: "integer" } } };
  const child = { allOf: [ref("Node"), more] };
  const schemas = {
    Node: { type: "object", properties: { name: { type: "string" }, child } },
  };
  const reader = createTypeReader({ openapi: "3.1.0", paths: {}, components: { schemas } }, () => false);
  reader.read(ref("Node"));
  expect(reader.definitions().get("Node")).toMatchObject({
    fields: { name: "text", child: { fields: { name: "text", more: "integer" } } },
  });
});
