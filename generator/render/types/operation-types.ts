import { list, record, type Raw } from "../../normalise/raw.js";
import { resolved } from "./references.js";
import { referenceType } from "./named-types.js";
import { schemaType, type TypeContext } from "./schema-type.js";
import { commentOn } from "./type-comment.js";
import { member, NEVER, objectOf, STEP, STRING, union, UNKNOWN, type Type } from "./type-text.js";

/** The types of operations and of what they consist of. */
export class OperationTypes {
  /** The members of the type with all operations that have an id. */
  named = "";
  readonly #context: TypeContext;
  readonly #onNamed: () => void;

  /** @param onNamed called for each operation that gets a member in `named` */
  constructor(context: TypeContext, onNamed: () => void) {
    this.#context = context;
    this.#onNamed = onNamed;
  }

  pathItem(item: Raw, indent: string): Type {
    if (typeof item.$ref === "string") return referenceType(item.$ref);
    const inner = indent + STEP;
    const shared = list(item.parameters);
    const operations = METHODS.map((name) => {
      const given = item[name];
      if (!given) return member({ name, type: NEVER, indent: inner, optional: true });
      const operation = record(given);
      const comment = commentOn(operation, inner);
      return member({ name, type: this.#operation(operation, shared, inner), indent: inner, comment });
    });
    return objectOf(this.#parameters(shared, inner) + operations.join(""), indent);
  }

  parameter({ schema: given, content, allowEmptyValue }: Raw, indent: string): Type {
    const schema = given ?? record(record(content)["application/x-www-form-urlencoded"]).schema;
    if (!schema) return STRING;
    const type = this.#schema(schema, indent);
    return allowEmptyValue === true ? union([type, EMPTY_TEXT]) : type;
  }

  header({ schema, content }: Raw, indent: string): Type {
    if (schema) return this.#schema(schema, indent);
    return content ? objectOf(this.#content(record(content), indent + STEP, false), indent) : UNKNOWN;
  }

  body({ content }: Raw, indent: string): Type {
    const inner = indent + STEP;
    const types =
      this.#content(record(content), inner + STEP, true) ||
      member({ name: "*/*", type: NEVER, indent: inner + STEP, optional: true });
    return objectOf(member({ name: "content", type: objectOf(types, inner), indent: inner }), indent);
  }

  response({ headers, content }: Raw, indent: string): Type {
    const inner = indent + STEP;
    const given = this.#headers(record(headers), inner + STEP);
    const open = `${inner}${STEP}[name: string]: unknown;\n`;
    const types = this.#content(record(content), inner + STEP, true);
    const members = [
      member({ name: "headers", type: objectOf(given + open, inner), indent: inner }),
      types === ""
        ? member({ name: "content", type: NEVER, indent: inner, optional: true })
        : member({ name: "content", type: objectOf(types, inner), indent: inner }),
    ];
    return objectOf(members.join(""), indent);
  }

  /** The type of an operation. One with an id is a member of `operations`. */
  #operation(operation: Raw, shared: readonly unknown[], indent: string): Type {
    if (typeof operation.$ref === "string") return referenceType(operation.$ref);
    const parameters = this.#distinct([...shared, ...list(operation.parameters)]);
    if (!operation.operationId) return this.#operationType(operation, parameters, indent);
    const name = String(operation.operationId).replaceAll("#", "/");
    this.#onNamed();
    const type = this.#operationType(operation, parameters, STEP);
    this.named += member({ name, type, indent: STEP });
    return referenceType(`#/operations/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }

  #operationType(operation: Raw, parameters: readonly unknown[], indent: string): Type {
    const inner = indent + STEP;
    const responses = this.#responses(record(operation.responses), inner + STEP);
    const members = [
      this.#parameters(parameters, inner),
      this.#requestBody(operation.requestBody, inner),
      member({
        name: "responses",
        type: responses === "" ? NEVER : objectOf(responses, inner),
        indent: inner,
      }),
    ];
    return objectOf(members.join(""), indent);
  }

  /** An operation's parameters replace those of its path. */
  #distinct(parameters: readonly unknown[]): readonly unknown[] {
    const byName = new Map<string, unknown>();
    for (const parameter of parameters) {
      const { in: place, name } = this.#followed(parameter);
      byName.set(`${String(place)}-${String(name)}`, parameter);
    }
    return [...byName.values()];
  }

  #parameters(parameters: readonly unknown[], indent: string): string {
    const inner = indent + STEP;
    const places = PLACES.map((place) => {
      const there = parameters.filter((parameter) => placeOf(this.#followed(parameter)) === place);
      const members = there.map((parameter) => this.#parameterMember(parameter, inner + STEP));
      const optional = there.every((parameter) => isOptional(this.#followed(parameter)));
      const type = members.length === 0 ? NEVER : objectOf(members.join(""), inner);
      return member({ name: place, type, indent: inner, optional });
    });
    return member({ name: "parameters", type: objectOf(places.join(""), indent), indent });
  }

  #parameterMember(given: unknown, indent: string): string {
    const { $ref } = record(given);
    const parameter = this.#followed(given);
    return member({
      name: String(parameter.name),
      type: typeof $ref === "string" ? referenceType($ref, parameter) : this.parameter(parameter, indent),
      indent,
      optional: isOptional(parameter),
      comment: commentOn(parameter, indent),
    });
  }

  #requestBody(given: unknown, indent: string): string {
    if (!given) return member({ name: "requestBody", type: NEVER, indent, optional: true });
    const { $ref } = record(given);
    const type = typeof $ref === "string" ? referenceType($ref) : this.body(record(given), indent);
    const optional = !this.#followed(given).required;
    return member({ name: "requestBody", type, indent, optional, comment: commentOn(given, indent) });
  }

  /** @param isBody whether binary data may be a file there */
  #content(content: Raw, indent: string, isBody: boolean): string {
    const members = Object.entries(content).map(([name, given]) => {
      const { schema } = record(given);
      const type = schema ? this.#schema(schema, indent, isBody ? name : undefined) : UNKNOWN;
      return member({ name, type, indent, comment: commentOn(given, indent) });
    });
    return members.join("");
  }

  #headers(headers: Raw, indent: string): string {
    const members = Object.entries(headers).map(([name, given]) => {
      const header = record(given);
      const { $ref } = header;
      const isShared = typeof $ref === "string";
      const type = isShared ? referenceType($ref) : this.header(header, indent);
      const optional = !isShared && !header.required;
      return member({ name, type, indent, optional, comment: commentOn(header, indent) });
    });
    return members.join("");
  }

  #responses(responses: Raw, indent: string): string {
    const members = Object.entries(responses).map(([name, given]) => {
      const { $ref } = record(given);
      const type = typeof $ref === "string" ? referenceType($ref) : this.response(record(given), indent);
      return member({ name, type, indent, comment: commentOn(given, indent) });
    });
    return members.join("");
  }

  #schema(schema: unknown, indent: string, media?: string): Type {
    return schemaType(schema, { path: "", media, indent }, this.#context);
  }

  #followed(given: unknown): Raw {
    const value = record(given);
    return typeof value.$ref === "string" ? resolved(this.#context.document, value.$ref) : value;
  }
}

const EMPTY_TEXT: Type = { kind: "other", text: '""' };

/** The whole query of OpenAPI 3.2 has its fields in the query. */
function placeOf({ in: place }: Raw): unknown {
  return place === "querystring" ? "query" : place;
}

function isOptional({ in: place, required }: Raw): boolean {
  return place !== "path" && !required;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
const PLACES = ["query", "header", "path", "cookie"] as const;
