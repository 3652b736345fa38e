import type { ListedTool } from "../contract/catalogue.js";

interface InputSchema {
  readonly type?: unknown;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly InputSchema[];
  readonly items?: InputSchema;
  readonly properties?: Readonly<Record<string, InputSchema>>;
  readonly required?: readonly string[];
}

/** Prints the arguments of tools as TypeScript. */
export class ArgumentsPrinter {
  /** Names with the words that were printed next to them. Two tools often share an argument. */
  readonly #printed = new Set<string>();

  /** @param words whether a comment follows each argument whose description says more than its name */
  text({ inputSchema }: ListedTool, words: boolean): string {
    const names = Object.keys(inputSchema.properties);
    if (names.length === 0) return "";
    const isOptional = (inputSchema.required ?? []).length === 0;
    return `args${isOptional ? "?" : ""}: ${this.#schema(inputSchema as InputSchema, words)}`;
  }

  #schema(schema: InputSchema, words: boolean): string {
    if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
    if (schema.anyOf) return schema.anyOf.map((one) => this.#schema(one, words)).join(" | ");
    if (schema.type === "array") {
      const of = this.#schema(schema.items ?? {}, words);
      return of.includes(" | ") && !of.startsWith("{") ? `(${of})[]` : `${of}[]`;
    }
    if (schema.type !== "object") return INPUT_TYPES[String(schema.type)] ?? "any";
    const { properties = {}, required = [] } = schema;
    const fields = Object.entries(properties).map(([name, inner]) => {
      const note = words ? this.#note(name, inner) : "";
      return `${keyText(name)}${required.includes(name) ? "" : "?"}: ${this.#schema(inner, words)}${note}`;
    });
    return fields.length === 0 ? "Record<string, any>" : `{ ${fields.join("; ")} }`;
  }

  /** A comment that an answer already has next to the same name is not repeated. */
  #note(name: string, { description = "", default: usual }: InputSchema): string {
    const words = saysMore(name, description) ? shortened(description) : "";
    const ends = usual === undefined ? "" : `Default: ${JSON.stringify(usual)}.`;
    const text = inComment([words, ends].filter((part) => part !== "").join(" "));
    const told = `${name}: ${text}`;
    if (text === "" || this.#printed.has(told)) return "";
    this.#printed.add(told);
    return ` /* ${text} */`;
  }
}

export function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** A text cannot end the comment around it. */
export function inComment(text: string): string {
  return text.replaceAll("*/", "* /");
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
};

/** A description of one or two further words repeats the name: "Name of the step." for `name`. */
function saysMore(name: string, description: string): boolean {
  const known = new Set([...wordsOf(name), ...PLAIN_WORDS]);
  return wordsOf(description).filter((word) => !known.has(word)).length >= LEAST_NEW_WORDS;
}

const LEAST_NEW_WORDS = 3;

const PLAIN_WORDS = ["a", "an", "and", "as", "id", "in", "is", "it", "its", "new", "of", "or", "the", "to"];

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** As many whole sentences as fit, or the start of the first one. */
function shortened(description: string): string {
  if (description.length <= LONGEST) return description;
  const whole = description
    .split(/(?<=[.;]) /)
    .reduce((kept, next) =>
      kept.length + next.length < LONGEST && kept.length > 0 && description.startsWith(`${kept} ${next}`)
        ? `${kept} ${next}`
        : kept,
    );
  if (whole.length <= LONGEST) return whole;
  const lastSpace = whole.lastIndexOf(" ", LONGEST);
  return `${whole.slice(0, lastSpace > 0 ? lastSpace : LONGEST)} …`;
}

const LONGEST = 200;
