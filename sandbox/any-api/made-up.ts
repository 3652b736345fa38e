import { randomOf, validSample, type Making } from "./answers.js";
import { isRecord, type Json } from "../values.js";
import { plainName } from "./naming.js";
import type { Resource } from "./resources.js";
import { sample } from "./sample.js";
import { fieldsOf } from "./view.js";

/**
 * The fields of a new item, all made up, with a key that no other item has.
 * @param next counts up
 */
export function madeUpItem(resource: Resource, making: Making, next: () => number): Json {
  const made = validSample(resource.entity, `${resource.name} ${next()}`, making);
  const fields = isRecord(made) ? made : {};
  if (resource.key === undefined) return fields;
  return { ...fields, [resource.key]: newKey(resource, fields[resource.key], making, next()) };
}

/** A readable key if the schema allows it. A UUID stays a UUID. */
function newKey(
  { entity, key, kind, name }: Resource,
  sampled: unknown,
  making: Making,
  count: number,
): unknown {
  if (typeof sampled === "string" && /^[0-9a-f-]{36}$/.test(sampled)) return sampled;
  const schema = fieldsOf(entity, making.view)[key!];
  const readable = [count, `${plainName(kind)}_${count}`].find((one) =>
    making.validity.isValid(schema, one, "answer"),
  );
  if (readable !== undefined) return readable;
  return sample(
    schema,
    { view: making.view, random: randomOf(making, `${name} ${count}`), now: making.now() },
    key,
  );
}
