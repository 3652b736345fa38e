import type { BodyPlan, Placement, Style } from "../../runtime/contract/tool.js";
import type { Field, Shape } from "../model/shape.js";
import { encodingOf, mediaOf, mediaTypesIn, preferred } from "./media.js";
import type { NamelessInput } from "./parameters.js";
import { proseOf } from "./prose.js";
import { own, record, resolve, type Raw } from "./raw.js";
import { settleReadOnly } from "./read-only.js";
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
  // Text such as XML is sent as it is given, whatever it would mean.
  return as === "text" && shape.kind !== "choice" ? { kind: "text" } : shape;
}

type Placing = (field: Field) => Omit<Placement, "argument">;

/** How the fields of a form stand in it, where the document says: styles as in a query, JSON, or a part's media type. */
function placementsOf(as: BodyPlan["as"], media: Raw): Placing {
  return ({ name, shape }) => {
    const encoding = record(own(media.encoding, name));
    const types = mediaTypesIn(encoding.contentType);
    if (as === "multipart")
      return { ...partPlacement(types, shape), ...listPlacement(encoding, name, shape) };
    if (as !== "form") return {};
    return types.some(isJson) ? { json: true } : stylePlacement(encoding, name);
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

/** A list is as many parts unless the document puts all its items into one. */
function listPlacement(encoding: Raw, name: string, shape: Shape): Pick<Placement, "style" | "explode"> {
  return shape.kind === "list" && encoding.explode === false ? stylePlacement(encoding, name) : {};
}

/** Of several media types, or of a range, a file names its own; all other parts have the first. */
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

/** @throws Error for a style that forms don't have: the field would be sent as something else */
function formStyle(style: unknown, name: string): Style {
  if (FORM_STYLES.has(String(style))) return style as Style;
  throw new Error(`The field ${name} has the style "${String(style)}", which no form field can have.`);
}

const FORM_STYLES = new Set(["form", "spaceDelimited", "pipeDelimited", "deepObject"]);

function isJson(contentType: string): boolean {
  return /^[^;]*[/+]json *(;|$)/i.test(contentType);
}

/** Files say which media types the document takes for them. */
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
