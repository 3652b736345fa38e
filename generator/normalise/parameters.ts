import type { Placement, Style } from "../../runtime/contract/tool.js";
import type { Input } from "../model/operation.js";
import type { Shape } from "../model/shape.js";
import { defaultOf } from "./default.js";
import { either } from "./join.js";
import { proseOf } from "./prose.js";
import { list, record, resolve, type OpenApiDocument, type Raw } from "./raw.js";
import type { Reading } from "./reading.js";
import { shapeOf } from "./schema.js";

/** A parameter before its argument's name is chosen. */
export type NamelessInput = Omit<Input, "argument" | "placement"> & {
  readonly placement: Omit<Placement, "argument">;
};

/** Whether the runtime fills the parameter in, as it does with the API's key. */
export type IsFilledIn = (place: string, name: string) => boolean;

/** An operation and its path item, which may both have parameters. */
export interface ParameterSource {
  readonly document: OpenApiDocument;
  readonly item: Raw;
  readonly raw: Raw;
  readonly isFilledIn: IsFilledIn;
}

type PlaceName = Exclude<Input["in"], "body">;

/**
 * The parameters of an operation, path parameters first. Path-level parameters come first, so that an operation's own
 * may replace them. Headers of the connection are left out.
 */
export function parametersOf(
  { document, item, raw, isFilledIn }: ParameterSource,
  reading: Reading,
): NamelessInput[] {
  const found = new Map<string, Raw>();
  for (const given of [...list(item.parameters), ...list(raw.parameters)]) {
    const parameter = resolve(document, given);
    found.set(`${String(parameter.in)} ${nameOf(parameter)}`, parameter);
  }
  return [...found.values()]
    .filter(
      (parameter) => !isOfConnection(parameter) && !isFilledIn(String(parameter.in), String(parameter.name)),
    )
    .map((parameter) => read(document, parameter, reading));
}

/** Header names are case-insensitive. */
function nameOf({ in: place, name }: Raw): string {
  return place === "header" ? String(name).toLowerCase() : String(name);
}

function isOfConnection({ in: place, name }: Raw): boolean {
  return place === "header" && OF_CONNECTION.has(String(name).toLowerCase());
}

/** Headers that define where a request goes, who sends it, and the length and type of its body. */
const OF_CONNECTION = new Set(
  (
    "accept content-type authorization host content-length transfer-encoding connection keep-alive upgrade te trailer " +
    "expect proxy-authorization proxy-connection cookie"
  ).split(" "),
);

function read(document: Raw, parameter: Raw, reading: Reading): NamelessInput {
  const place = placeOf(parameter);
  const [media, content] = Object.entries(record(parameter.content))[0] ?? [];
  const schema = record(content === undefined ? schemaOf(parameter) : record(content).schema);
  const name = String(parameter.name);
  const shape = withEmptyText(withoutNull(shapeOf(document, schema, reading)), parameter);
  return {
    in: place,
    wire: name,
    placement:
      media === undefined || isForm(media)
        ? { ...styleOf(place, parameter), ...reservedIn(place === "query", parameter) }
        : { json: true },
    required: place === "path" || parameter.required === true,
    shape,
    default: defaultOf({ schema: resolve(document, schema), name, shape }, reading.report),
    prose: proseOf(parameter.description ?? schema.description, reading.words),
  };
}

/** Whether reserved characters are sent as they are. OpenAPI has this for queries and forms. */
export function reservedIn(isPlace: boolean, { allowReserved }: Raw): Pick<Placement, "reserved"> {
  return isPlace && allowReserved === true ? { reserved: true } : {};
}

/** The fields of a form are the parameters of a query. */
function isForm(media: string): boolean {
  return media.startsWith("application/x-www-form-urlencoded");
}

function placeOf({ in: place, name, content }: Raw): PlaceName {
  if (typeof name !== "string" || name === "") throw new Error("One of its parameters has no name.");
  if (place === "path" || place === "query" || place === "header" || place === "cookie") return place;
  // The whole query of OpenAPI 3.2.
  if (place === "querystring" && Object.keys(record(content)).every(isForm)) return "query";
  throw new Error(`The parameter ${name} has "in: ${String(place)}". Use path, query, header or cookie.`);
}

/** Some documents put the type directly into the parameter, as in Swagger 2.0. */
function schemaOf(parameter: Raw): unknown {
  if (parameter.schema !== undefined || parameter.type === undefined) return parameter.schema ?? {};
  const { type, format, items, enum: values } = parameter;
  return { type, format, items, ...(values === undefined ? {} : { enum: values }) };
}

/** Style and explode, if they differ from OpenAPI's defaults for the place. */
function styleOf(place: PlaceName, parameter: Raw): Omit<Placement, "argument"> {
  const usual: Style = place === "query" || place === "cookie" ? "form" : "simple";
  const style = separated(parameter) ?? knownStyle(place, parameter) ?? usual;
  const explode = typeof parameter.explode === "boolean" ? parameter.explode : style === "form";
  return {
    ...(style === usual ? {} : { style }),
    ...(explode === (style === "form") ? {} : { explode }),
  };
}

/** Lists of Swagger 2.0 with a separator for which OpenAPI 3 has no style in this place. */
function separated({ "x-collectionFormat": format }: Raw): Style | undefined {
  return SEPARATED[String(format)];
}

const SEPARATED: Readonly<Record<string, Style>> = {
  tsv: "tabDelimited",
  ssv: "spaceDelimited",
  pipes: "pipeDelimited",
};

/**
 * @throws Error for a style that OpenAPI does not have in this place: in another style, the API would misread the value
 */
function knownStyle(place: PlaceName, { name, style }: Raw): Style | undefined {
  // The cookie style of OpenAPI 3.2 is the form style without percent-encoding.
  if (style === undefined || (style === "cookie" && place === "cookie")) return undefined;
  const known = STYLES[place].find((one) => one === style);
  if (known !== undefined) return known;
  throw new Error(
    `The parameter ${String(name)} has the style "${String(style)}", which a ${place} parameter cannot have. ` +
      `Use ${STYLES[place].join(", ")}.`,
  );
}

const STYLES: Readonly<Record<PlaceName, readonly Style[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/** A parameter that may be empty also takes an empty text, which is sent as `name=`. */
function withEmptyText(shape: Shape, { in: place, allowEmptyValue }: Raw): Shape {
  if (place !== "query" || allowEmptyValue !== true || shape.kind === "anything") return shape;
  const isPlain = shape.kind === "text" && shape.format === undefined && !shape.minLength;
  return isPlain ? shape : either([shape, { kind: "choice", values: [""] }]);
}

/** In a request, a null parameter looks the same as a missing one. */
function withoutNull(shape: Input["shape"]): Input["shape"] {
  return shape.kind === "nullable" ? shape.of : shape;
}
