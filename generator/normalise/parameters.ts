import type { Placement, Style } from "../../runtime/tool.js";
import type { Input } from "../model/operation.js";
import { list, record, resolve, text, type Raw } from "./raw.js";
import { shapeOf } from "./schema.js";

/** What a parameter is before its argument's name is settled among the others. */
export type NamelessInput = Omit<Input, "argument" | "placement"> & {
  readonly placement: Omit<Placement, "argument">;
};

/**
 * The parameters of an operation, those of its path first. Path-level parameters come first so that an operation's
 * own may replace them. Headers that OpenAPI leaves to other places (RFC: Accept, Content-Type, Authorization) go.
 */
export function parametersOf(document: Raw, pathItem: Raw, operation: Raw): NamelessInput[] {
  const found = new Map<string, Raw>();
  for (const given of [...list(pathItem.parameters), ...list(operation.parameters)]) {
    const parameter = resolve(document, given);
    found.set(`${String(parameter.in)} ${String(parameter.name)}`, parameter);
  }
  return [...found.values()].filter(isSent).map((parameter) => read(document, parameter));
}

function isSent({ in: place, name }: Raw): boolean {
  return (
    place !== "header" || !["accept", "content-type", "authorization"].includes(String(name).toLowerCase())
  );
}

function read(document: Raw, parameter: Raw): NamelessInput {
  const place = parameter.in;
  if (place !== "path" && place !== "query" && place !== "header" && place !== "cookie") {
    throw new Error(`The parameter ${String(parameter.name)} stands in "${String(place)}".`);
  }
  const content = Object.values(record(parameter.content))[0];
  const schema = content === undefined ? parameter.schema : record(content).schema;
  return {
    in: place,
    wire: String(parameter.name),
    placement: content === undefined ? styleOf(place, parameter) : { json: true },
    required: place === "path" || parameter.required === true,
    shape: withoutNull(shapeOf(document, schema ?? {}, "request")),
    default: record(schema).default,
    prose: text(parameter.description),
  };
}

/** Style and explode where they differ from what OpenAPI takes for the place. */
function styleOf(place: "path" | "query" | "header" | "cookie", parameter: Raw): Omit<Placement, "argument"> {
  const usual: Style = place === "query" || place === "cookie" ? "form" : "simple";
  const style = (text(parameter.style) as Style | undefined) ?? usual;
  const explode = typeof parameter.explode === "boolean" ? parameter.explode : style === "form";
  return {
    ...(style === usual ? {} : { style }),
    ...(explode === (style === "form") ? {} : { explode }),
  };
}

/** A parameter that is null cannot be told on the wire from one that is left out. */
function withoutNull(shape: Input["shape"]): Input["shape"] {
  return shape.kind === "nullable" ? shape.of : shape;
}
