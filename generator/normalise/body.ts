import type { BodyPlan } from "../../runtime/tool.js";
import type { Shape } from "../model/shape.js";
import type { NamelessInput } from "./parameters.js";
import { record, resolve, text, type Raw } from "./raw.js";
import { shapeOf } from "./schema.js";

/** The body of an operation and its inputs: one for each field, or a single one that is the whole. */
export interface NormalBody {
  readonly type: string;
  readonly as: BodyPlan["as"];
  /** Name that the whole body's argument would like, where its fields can't stand side by side. */
  readonly whole?: string;
  readonly inputs: readonly NamelessInput[];
}

/** Reads the request body, in the media type that says most, or nothing where there is none. */
export function bodyOf(document: Raw, operation: Raw): NormalBody | undefined {
  const body = resolve(document, operation.requestBody);
  const type = preferred(Object.keys(record(body.content)));
  if (type === undefined) return undefined;
  const as = encodingOf(type);
  const schema = record(record(body.content)[type]).schema ?? {};
  const shape = as === "bytes" ? ({ kind: "file" } as const) : shapeOf(document, schema, "request");
  const bare = shape.kind === "nullable" ? shape.of : shape;
  const isFlat = bare.kind === "record" && bare.rest === undefined && as !== "text";
  if (isFlat) return { type: media(type), as, inputs: bare.fields.map(fieldInput) };
  const whole = bare.kind === "list" ? "items" : "body";
  return { type: media(type), as, whole, inputs: [wholeInput(whole, shape, body)] };
}

function fieldInput(field: Extract<Shape, { kind: "record" }>["fields"][number]): NamelessInput {
  const { name, required, shape, words } = field;
  return { in: "body", wire: name, placement: {}, required, shape, default: field.default, prose: words };
}

function wholeInput(name: string, shape: Shape, body: Raw): NamelessInput {
  return {
    in: "body",
    wire: name,
    placement: {},
    required: body.required === true,
    shape,
    prose: text(body.description),
  };
}

function preferred(types: readonly string[]): string | undefined {
  const order: readonly BodyPlan["as"][] = ["json", "form", "multipart", "text", "bytes"];
  return order.map((as) => types.find((type) => encodingOf(type) === as)).find((type) => type !== undefined);
}

function encodingOf(type: string): BodyPlan["as"] {
  const name = media(type);
  if (name === "application/json" || name.endsWith("+json") || name === "*/*" || name === "text/json")
    return "json";
  if (name === "application/x-www-form-urlencoded") return "form";
  if (name.startsWith("multipart/")) return "multipart";
  if (name.startsWith("text/") || /[/+](xml|yaml|x-yaml)$/.test(name)) return "text";
  return "bytes";
}

function media(type: string): string {
  const name = (type.split(";")[0] ?? "").trim().toLowerCase();
  return name === "*/*" ? "application/json" : name;
}
