import type { Input, Operation } from "../model/operation.js";
import type { Field, Shape } from "../model/shape.js";
import type { Accepted } from "./accepted.js";
import { graveSuspicions, valueSuspicions } from "./signs.js";

/** A text of a document that is left out until a person accepts it. */
export interface Held {
  /** `METHOD /path`; absent for a text outside of operations. */
  readonly operation?: string;
  /** `summary`, `description`, `operationId`, or the argument's path; outside of operations a JSON pointer. */
  readonly at: string;
  readonly text: string;
  /** Why it looks like instructions to a model. */
  readonly signs: readonly string[];
  /** Whether the whole operation is left out, because it cannot be called without the text. */
  readonly leavesOut: boolean;
}

export interface Safe {
  readonly operations: readonly Operation[];
  readonly held: readonly Held[];
}

/** Removes texts that look like instructions to a model and that no person accepted. */
export function holdBack(operations: readonly Operation[], { texts }: Accepted): Safe {
  const held: Held[] = [];
  const known: Known = { values: new Map(), prose: new Map() };
  const safe = operations.flatMap((operation) => {
    const own = new Holding(operation.key, texts, known);
    const found = own.operation(operation);
    held.push(...own.held);
    return found ? [found] : [];
  });
  return { operations: safe, held };
}

/** The signs of texts that were read before. Operations share most names and values, and much prose. */
interface Known {
  readonly values: Map<string, readonly string[]>;
  readonly prose: Map<string, readonly string[]>;
}

/** If the API requires a field that is left out, its whole object is left out. */
class Needed extends Error {}

class Holding {
  readonly held: Held[] = [];
  readonly #key: string;
  readonly #accepted: ReadonlySet<string>;
  readonly #known: Known;

  constructor(key: string, accepted: ReadonlySet<string>, known: Known) {
    this.#key = key;
    this.#accepted = accepted;
    this.#known = known;
  }

  operation(operation: Operation): Operation | undefined {
    const { path, prefix, prose, operationId } = operation;
    const segments = `${prefix?.own ?? ""}${path}`.split("/").map(unescaped);
    if (segments.some((segment) => this.#holds("path", segment, true))) return undefined;
    try {
      const inputs = operation.inputs.flatMap((input) => this.#input(input));
      const isNamed = operationId !== undefined && !this.#holds("operationId", operationId);
      return withMembers(operation, {
        operationId: isNamed ? operationId : undefined,
        tags: operation.tags.filter((tag) => !this.#holds("tags", tag)),
        inputs,
        prose: {
          summary: this.#prose("summary", prose?.summary),
          description: this.#prose("description", prose?.description),
        },
      });
    } catch (error) {
      if (!(error instanceof Needed)) throw error;
      return undefined;
    }
  }

  #input(input: Input): Input[] {
    const { argument, required } = input;
    if (this.#holds(argument, argument, required)) {
      if (required) throw new Needed();
      return [];
    }
    const shape = this.#shape(input.shape, argument);
    return [
      {
        ...input,
        shape,
        default: this.#default(argument, input.default),
        prose: this.#prose(argument, input.prose),
      },
    ];
  }

  #shape(shape: Shape, at: string): Shape {
    switch (shape.kind) {
      case "text":
        return shape.pattern !== undefined && this.#holds(at, shape.pattern)
          ? { ...shape, pattern: undefined }
          : shape;
      case "choice":
        return this.#choice(shape.values, shape, at);
      case "list":
        return { ...shape, of: this.#shape(shape.of, `${at}[]`) };
      case "record":
        return {
          ...shape,
          fields: shape.fields.flatMap((field) => this.#field(field, at)),
          rest: shape.rest && this.#shape(shape.rest, `${at}.*`),
        };
      case "either":
        return { ...shape, options: shape.options.map((option) => this.#shape(option, at)) };
      case "nullable":
        return { ...shape, of: this.#shape(shape.of, at) };
      case "anything":
        return shape.note !== undefined && this.#holds(at, shape.note) ? { kind: "anything" } : shape;
      case "number":
      case "flag":
      case "file":
        return shape;
    }
  }

  #choice(values: readonly string[], shape: Shape, at: string): Shape {
    const left = values.filter((value) => !this.#holds(at, value));
    if (left.length === values.length) return shape;
    return left.length === 0 ? { kind: "text" } : { kind: "choice", values: left };
  }

  #field(field: Field, at: string): Field[] {
    const path = `${at}.${field.name}`;
    if (this.#holds(path, field.name, field.required)) {
      if (field.required) throw new Needed();
      return [];
    }
    return [
      {
        ...field,
        shape: this.#shape(field.shape, path),
        words: this.#prose(path, field.words),
        default: this.#default(path, field.default),
      },
    ];
  }

  #default(at: string, value: unknown): unknown {
    if (value === undefined) return undefined;
    return this.#holds(at, typeof value === "string" ? value : JSON.stringify(value)) ? undefined : value;
  }

  /** Prose with severe signs is removed as a whole, because a part of it may be harmful without its context. */
  #prose(at: string, text: string | undefined): string | undefined {
    if (text === undefined || this.#accepted.has(text)) return text;
    const signs = this.#known.prose.get(text) ?? graveSuspicions(text);
    this.#known.prose.set(text, signs);
    if (signs.length === 0) return text;
    this.held.push({ operation: this.#key, at, text, signs, leavesOut: false });
    return undefined;
  }

  #holds(at: string, text: string, leavesOut = false): boolean {
    const signs = this.#known.values.get(text) ?? valueSuspicions(text);
    this.#known.values.set(text, signs);
    if (signs.length === 0 || this.#accepted.has(text)) return false;
    this.held.push({ operation: this.#key, at, text, signs, leavesOut });
    return true;
  }
}

/** A segment without URL escapes: `%20` is a space. */
function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The operation with other members. Its answer is still read only on first use. */
function withMembers(operation: Operation, members: Partial<Operation>): Operation {
  const others = Object.entries<unknown>(members).map(([name, value]): [string, PropertyDescriptor] => [
    name,
    { value, enumerable: true },
  ]);
  const all = { ...Object.getOwnPropertyDescriptors(operation), ...Object.fromEntries(others) };
  return Object.defineProperties({}, all) as Operation;
}
