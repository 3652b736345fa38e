import type { BodyPlan, Placement, Style } from "../../runtime/contract/tool.js";
import type { Field, Shape } from "../model/shape.js";
import { encodingOf, mediaOf, preferred } from "./media.js";
import type { NamelessInput } from "./parameters.js";
import { proseOf } from "./prose.js";
import { own, record, resolve, text, type Raw } from "./raw.js";
import type { Reading } from "./reading.js";
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
export function bodyOf(document: Raw, operation: Raw, reading: Reading): NormalBody | undefined {
  const body = resolve(document, operation.requestBody);
  const content = record(body.content);
  const type = preferred(document, content);
  if (type === undefined) return undefined;
  const media = record(content[type]);
  const as = encodingOf(document, type, media);
  const shape = shapeAs(as, document, media.schema ?? {}, reading);
  const bare = shape.kind === "nullable" ? shape.of : shape;
  const isFlat = bare.kind === "record" && bare.rest === undefined;
  if (isFlat) {
    const placement = placementsOf(as, media);
    return {
      type: mediaOf(type, as),
      as,
      inputs: bare.fields.map((field) => fieldInput(field, placement(field.name))),
    };
  }
  const whole = bare.kind === "list" ? "items" : "body";
  return { type: mediaOf(type, as), as, whole, inputs: [wholeInput(whole, shape, body, reading)] };
}

function shapeAs(as: BodyPlan["as"], document: Raw, schema: unknown, reading: Reading): Shape {
  if (as === "bytes") return { kind: "file" };
  const shape = shapeOf(document, schema, { ...reading, files: as === "multipart" });
  // Text such as XML is sent as it is given, whatever it would mean.
  return as === "text" && shape.kind !== "choice" ? { kind: "text" } : shape;
}

/** How the fields of a form stand in it, where the document says: styles as in a query, or JSON. */
function placementsOf(as: BodyPlan["as"], media: Raw): (name: string) => Omit<Placement, "argument"> {
  return (name) => {
    const { style, explode, contentType } = record(own(media.encoding, name));
    if (as === "multipart") return isJson(contentType) ? { json: true } : {};
    if (as !== "form") return {};
    if (isJson(contentType)) return { json: true };
    return {
      ...(FORM_STYLES.has(String(style)) ? { style: style as Style } : {}),
      ...(typeof explode === "boolean" ? { explode } : {}),
    };
  };
}

const FORM_STYLES = new Set(["form", "spaceDelimited", "pipeDelimited", "deepObject"]);

function isJson(contentType: unknown): boolean {
  return text(contentType)?.trim().toLowerCase() === "application/json";
}

function fieldInput(field: Field, placement: Omit<Placement, "argument">): NamelessInput {
  const { name, required, shape, words } = field;
  return { in: "body", wire: name, placement, required, shape, default: field.default, prose: words };
}

function wholeInput(name: string, shape: Shape, body: Raw, reading: Reading): NamelessInput {
  return {
    in: "body",
    wire: name,
    placement: {},
    required: body.required === true,
    shape,
    prose: proseOf(body.description, reading.words),
  };
}
