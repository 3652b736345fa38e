import type { ChangeClass } from "../../../../generator/diff/change.js";
import { object } from "../zoo.js";

/** A document that the changes below edit. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

export interface Row {
  readonly change: (document: Loose) => void;
  readonly class: ChangeClass;
  /** The line of the report. */
  readonly line: RegExp;
}

export const animals = (document: Loose) => document.paths["/v1/animals"];
export const create = (document: Loose) => document.components.schemas.NewAnimal;
export const animal = (document: Loose) => document.components.schemas.Animal;
export const field = (name: string) => (document: Loose) => create(document).properties[name];
export const query = (document: Loose, name: string) =>
  animals(document).get.parameters.find((one: Loose) => one.name === name);

/** The zoo with a field that is nested deeper than models see. */
export function withDepth(document: Loose): Loose {
  let inner: Loose = object({});
  for (let level = 10; level >= 2; level--) inner = object({ [`l${level}`]: inner });
  create(document).properties.home.properties.l1 = inner;
  return document;
}

export function deepest(schema: Loose): Loose {
  let at = schema.properties.home.properties.l1;
  for (let level = 2; level <= 10; level++) at = at.properties[`l${level}`];
  return at;
}

export function rename(properties: Loose, from: string, to: string): void {
  properties[to] = properties[from];
  delete properties[from];
}
