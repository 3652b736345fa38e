import { expect } from "vitest";
import { ProblemList } from "../../../generator/model/problem.js";
import type { Shape } from "../../../generator/model/shape.js";
import { normalise } from "../../../generator/normalise/normalise.js";

export type Loose = Record<string, unknown>;

export interface Row {
  readonly given: Loose;
  readonly want: unknown;
}

/** A document of these paths. */
export function documentOf(paths: Loose, more: Loose = {}) {
  return { openapi: "3.1.0", info: { title: "Pets", version: "1" }, paths, ...more };
}

export function read(paths: Loose, more: Loose = {}) {
  const problems = new ProblemList();
  const operations = normalise(documentOf(paths, more), "pets.json", problems);
  return { operations, problems: problems.all.map(({ what }) => what) };
}

/** The one operation of a path item, which must be taken. */
export function operationOf(item: Loose, { path = "/pets", ...more }: Loose & { path?: string } = {}) {
  const { operations, problems } = read({ [path]: item }, more);
  expect(problems).toEqual([]);
  expect(operations).toHaveLength(1);
  return operations[0]!;
}

/** The shape of a schema, as the one field of a JSON body. */
export function shapeOf(schema: unknown, schemas: Loose = {}, openapi = "3.1.0"): Shape {
  const body = { type: "object", properties: { it: schema } };
  const item = { post: { requestBody: { content: { "application/json": { schema: body } } } } };
  return operationOf(item, { components: { schemas }, openapi }).inputs[0]!.shape;
}

/** Without the members that are undefined, as JSON would have it. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

export const text = { kind: "text" };

export const integer = { kind: "number", integer: true };

export const anything = { kind: "anything" };

export const free = { kind: "record", fields: [], rest: anything };

export const field = (name: string, shape: unknown, required = false) => ({ name, required, shape });

export const of = (...fields: unknown[]) => ({ kind: "record", fields });
