import { expect, it } from "vitest";
import { SchemaComparison } from "../../../generator/diff/contract/compare.js";
import { operationChanges } from "../../../generator/diff/contract/operation-changes.js";
import { readDocumentContract } from "../../../generator/diff/contract/operation.js";
import { kinds } from "./changes-kit.js";

function contractOf(encoding: object) {
  const properties = { at: { type: "string" }, ids: { type: "array", items: { type: "string" } } };
  const media = { schema: { type: "object", properties }, encoding };
  const post = { requestBody: { content: { "application/x-www-form-urlencoded": media } }, responses: {} };
  return readDocumentContract({ openapi: "3.1.0", paths: { "/pets": { post } } }).operations.get(
    "POST /pets",
  )!;
}

const changes = (before: object, after: object) =>
  operationChanges(contractOf(before), contractOf(after), new SchemaComparison(), (_, wire) => wire);

it("a form's field that is written otherwise is a change", () => {
  const found = changes({ ids: {} }, { ids: { explode: false }, at: { allowReserved: true } });
  expect(kinds(found).sort()).toEqual([
    "harmless request-form-changed at",
    "harmless request-form-changed ids",
  ]);
  expect(found.map(({ says }) => says).sort()).toEqual([
    "is written as a joined list, and was usual",
    "is written as usual, with reserved characters as they are, and was usual",
  ]);
});

it("a stated style that is the usual one is not a change, and neither is the style of a field that is gone", () => {
  expect(changes({}, { ids: { style: "form", explode: true }, gone: { explode: false } })).toEqual([]);
  const [typed] = changes({}, { at: { contentType: "application/json" } });
  expect(typed?.says).toBe("is written as type application/json, and was usual");
});
