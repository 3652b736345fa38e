import type { BodyPlan, Placement, Style } from "../../runtime/contract/tool.js";
import type { Field, Shape } from "../model/shape.js";
import { encodingOf, mediaOf, mediaTypesIn, preferred } from "./media.js";
import { reservedIn, type NamelessInput } from "./parameters.js";
import { proseOf } from "./prose.js";
import { own, record, resolve, type Raw } from "./raw.js";
import { settleReadOnly } from "./read-only.js";
import type { Reading } from "./reading.js";
import { shapeOf } from "./schema.js";

/** The body of an operation and its inputs: one for each field, or one for the whole body. */
export interface NormalBody {
  readonly type: string;
  readonly as: BodyPlan["as"];
  /** Preferred name of the argument for a whole body. */
  readonly whole?: string;
  readonly inputs: readonly NamelessInput[];
}

/** Reads the request body in the best media type; undefined if there is no body. */
export function bodyOf(document: Raw, operation: Raw, reading: Reading): NormalBody | undefined {
  const body = resolve(document, operation.requestBody);
  const content = record(body.content);
  const type = preferred(document, content);
  if (type === undefined) return undefined;
  const media = record(content[type]);
  const as = encodingOf(document, type, media);
  const shape = settleReadOnly(shapeAs(as, document, media.schema ?? {}, reading));
  const bare = shape.kind === "nullable" ? shape.of : shape;
  const isFlat = bare.kind === "record" && bare.rest === undefined;
  if (isFlat) {
    const placement = placementsOf(as, media);
    return {
      type: mediaOf(type, as),
      as,
      inputs: bare.fields.map((field) =>
        fieldInput(as === "multipart" ? withMediaTypes(field, media) : field, placement(field)),
      ),
    };
  }
  const whole = bare.kind === "list" ? "items" : "body";
  return { type: mediaOf(type, as), as, whole, inputs: [wholeInput(whole, shape, body, reading)] };
}

function shapeAs(as: BodyPlan["as"], document: Raw, schema: unknown, reading: Reading): Shape {
  if (as === "bytes") return { kind: "file" };
  const shape = shapeOf(document, schema, { ...reading, files: as === "multipart" });
  if ((as === "multipart" || as === "form") && shape.kind === "list") {
    reading.report("The schema of its form is a list, which names no fields. Fields of any name are taken.");
    return { kind: "anything", note: as === "multipart" ? ANY_PARTS : ANY_FIELDS };
  }
  // Text such as XML is sent unchanged.
  return as === "text" && shape.kind !== "choice" ? { kind: "text" } : shape;
}

const ANY_FIELDS = "An object with the fields of the form.";
const ANY_PARTS = `${ANY_FIELDS} A file is {content_base64, filename, content_type}.`;

type Placing = (field: Field) => Omit<Placement, "argument">;

/**
 * How the fields of a form are serialised, if the document says so: styles as in a query, JSON, or a part's media type.
 */
function placementsOf(as: BodyPlan["as"], media: Raw): Placing {
  return ({ name, shape }) => {
    const encoding = record(own(media.encoding, name));
    const types = mediaTypesIn(encoding.contentType);
    if (as === "multipart")
      return { ...partPlacement(types, shape), ...listPlacement(encoding, name, shape) };
    if (as !== "form") return {};
    return types.some(isJson)
      ? { json: true }
      : { ...stylePlacement(encoding, name), ...reservedIn(true, encoding) };
  };
}

function stylePlacement(encoding: Raw, name: string): Pick<Placement, "style" | "explode"> {
  const { style, explode } = encoding;
  return {
    ...(style === undefined ? {} : { style: formStyle(style, name) }),
    ...(encoding["x-collectionFormat"] === "tsv" ? { style: "tabDelimited" as const } : {}),
    ...(typeof explode === "boolean" ? { explode } : {}),
  };
}

/** A list becomes several parts, unless the document puts all items into one. */
function listPlacement(encoding: Raw, name: string, shape: Shape): Pick<Placement, "style" | "explode"> {
  return shape.kind === "list" && encoding.explode === false ? stylePlacement(encoding, name) : {};
}

/** With several media types or a range, a file names its own type. All other parts use the first one. */
function partPlacement(types: readonly string[], shape: Shape): Omit<Placement, "argument"> {
  const type = types.find((one) => !one.includes("*"));
  if (type === undefined) return {};
  if (isJson(type) && !holdsFile(shape))
    return type === "application/json" ? { json: true } : { json: true, type };
  return { type };
}

function holdsFile(shape: Shape): boolean {
  return (
    shape.kind === "file" || ((shape.kind === "list" || shape.kind === "nullable") && holdsFile(shape.of))
  );
}

/** @throws Error for a style that forms do not have, because the field would be sent wrongly */
function formStyle(style: unknown, name: string): Style {
  if (FORM_STYLES.has(String(style))) return style as Style;
  throw new Error(`The field ${name} has the style "${String(style)}", which no form field can have.`);
}

const FORM_STYLES = new Set(["form", "spaceDelimited", "pipeDelimited", "deepObject"]);

function isJson(contentType: string): boolean {
  return /^[^;]*[/+]json *(;|$)/i.test(contentType);
}

/** Files show which media types the document accepts for them. */
function withMediaTypes(field: Field, media: Raw): Field {
  const types = mediaTypesIn(record(own(media.encoding, field.name)).contentType);
  return types.length === 0 ? field : { ...field, shape: typed(field.shape, types) };
}

function typed(shape: Shape, types: readonly string[]): Shape {
  if (shape.kind === "file") return { ...shape, types };
  return shape.kind === "list" || shape.kind === "nullable"
    ? { ...shape, of: typed(shape.of, types) }
    : shape;
}

function fieldInput(field: Field, placement: Omit<Placement, "argument">): NamelessInput {
  const { name, required, shape, words, hidden } = field;
  return {
    in: "body",
    wire: name,
    placement,
    required,
    shape,
    default: field.default,
    prose: words,
    ...(hidden ? { hidden } : {}),
  };
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
