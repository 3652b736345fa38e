import type { Random } from "../store/random.js";
import { propertiesOf } from "./fit.js";
import type { Schema } from "./contract.js";

/** A plausible value for a schema, chosen by the names of its fields. Used where there is no behaviour. */
export function synthesise(schema: Schema, random: Random, now: Date, name = "value"): unknown {
  if (schema.enum) return schema.enum.find((value) => value !== null && value !== "");
  const variant = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (variant) return synthesise(variant, random, now, name);
  switch (schema.type) {
    case "array":
      return [synthesise(schema.items ?? { type: "string" }, random, now, name.replace(/s$/, ""))];
    case "string":
      return text(schema, random, now, name);
    case "integer":
      return name === "position" ? 0 : random.between(1, 20);
    case "number":
      return random.between(1, 90);
    case "boolean":
      return !/archived|discarded|deprecated|expired|noise|default/.test(name);
    default:
      return record(schema, random, now);
  }
}

function record(schema: Schema, random: Random, now: Date): unknown {
  const fields = Object.entries(propertiesOf(schema) ?? {});
  return Object.fromEntries(
    fields.map(([name, property]) => [name, synthesise(property, random, now, name)]),
  );
}

function text(schema: Schema, random: Random, now: Date, name: string): string {
  if (schema.format === "date-time" || name.endsWith("_at")) return now.toISOString();
  if (schema.format === "date") return now.toISOString().slice(0, 10);
  if (name === "id" || name.endsWith("_id")) return random.uuid();
  if (name.includes("email")) return "oncall@lighthouse-goods.example";
  if (name.includes("url") || name.endsWith("_link"))
    return `https://lighthouse-goods.example/${name.replace(/_url$/, "")}`;
  if (name.includes("icon") || name.includes("logo")) return "https://lighthouse-goods.example/icon.svg";
  if (name.endsWith("slug")) return "practice";
  return words[name] ?? name.replaceAll("_", " ");
}

const words: Readonly<Record<string, string>> = {
  name: "Practice",
  display_name: "Practice",
  description: "Made up by the sandbox.",
  summary: "Made up by the sandbox.",
  time_zone: "Europe/Berlin",
  color: "blue",
  response: "pong",
  region: "us",
};
