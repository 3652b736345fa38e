import type { Answers, AnswerType } from "../contract/answers.js";
import type { ListedTool } from "../contract/catalogue.js";
import { nameIn, openType, wholeTypeOf, type OpenType, type Scalar } from "./types.js";

/** Options of declarations. */
export interface DeclarationOptions {
  /** Types with a name are declared this many levels below an answer. Deeper ones are `object`. */
  readonly levels?: number;
}

const USUAL_LEVELS = 1;

/**
 * TypeScript of tools, for a program that calls them: one method with a line of words for each, then each type with a
 * name once. A field with `?` may be missing or null.
 */
export function declarationsOf(
  tools: readonly ListedTool[],
  answers: Answers,
  { levels = USUAL_LEVELS }: DeclarationOptions = {},
): string {
  const printer = new Printer(answers, levels);
  const methods = tools.map((tool) => {
    const type = printer.type(wholeTypeOf(answers, tool.name), 0);
    return `  /** ${firstSentence(tool.description)} */\n  ${tool.name}(${argumentsText(tool)}): Promise<${type}>;`;
  });
  return ["interface Api {", ...methods, "}", ...printer.definitions()].join("\n");
}

class Printer {
  readonly #answers: Answers;
  readonly #levels: number;
  /** Names to declare, with their level. */
  readonly #waiting = new Map<string, number>();

  constructor(answers: Answers, levels: number) {
    this.#answers = answers;
    this.#levels = levels;
  }

  /** @param level the level of the types with a name in it */
  type(type: AnswerType, level: number): string {
    const open = openType(this.#answers, type);
    const name = nameIn(type);
    if (name === undefined || open.kind !== "record") return this.#open(open, level);
    if (level > this.#levels) return "object";
    this.#waiting.set(name, Math.min(level, this.#waiting.get(name) ?? level));
    return name;
  }

  /** The declarations of the named types that were used, and of those that they use. */
  definitions(): string[] {
    const texts: string[] = [];
    const done = new Set<string>();
    for (let left = this.#next(done); left !== undefined; left = this.#next(done)) {
      const [name, level] = left;
      done.add(name);
      texts.push(`interface ${name} ${this.#open(openType(this.#answers, `#${name}`), level + 1)}`);
    }
    return texts;
  }

  #next(done: ReadonlySet<string>): readonly [string, number] | undefined {
    return [...this.#waiting].find(([name]) => !done.has(name));
  }

  #open(open: OpenType, level: number): string {
    switch (open.kind) {
      case "scalar":
        return scalarTexts[open.scalar];
      case "choice":
        return open.values.map((value) => JSON.stringify(value)).join(" | ");
      case "list": {
        const of = this.type(open.of, level);
        return of.includes(" | ") && !of.startsWith("{") ? `(${of})[]` : `${of}[]`;
      }
      case "either":
        return open.options.map((option) => this.type(option, level)).join(" | ");
      case "record":
        return this.#record(open, level);
    }
  }

  #record({ fields, required, rest }: Extract<OpenType, { kind: "record" }>, level: number): string {
    const lines = Object.entries(fields).map(([name, type]) => {
      const open = openType(this.#answers, type);
      const mayLack = open.isNull || !required.includes(name);
      return `${keyText(name)}${mayLack ? "?" : ""}: ${this.type(type, level)};${noteOf(open)}`;
    });
    if (lines.length === 0) return rest === undefined ? "{}" : "Record<string, any>";
    return `{ ${[...lines, ...(rest === undefined ? [] : ["[name: string]: any;"])].join(" ")} }`;
  }
}

const scalarTexts: Readonly<Record<Scalar, string>> = {
  text: "string",
  date: "string",
  "date-time": "string",
  integer: "number",
  digits: "number | string",
  number: "number",
  flag: "boolean",
  anything: "any",
};

/** What the TypeScript type of a scalar does not say. */
function noteOf(open: OpenType): string {
  if (open.kind !== "scalar") return "";
  const format = open.scalar === "date" || open.scalar === "date-time" ? open.scalar : open.unit;
  return format === undefined ? "" : ` /* ${format} */`;
}

function argumentsText({ inputSchema }: ListedTool): string {
  const names = Object.keys(inputSchema.properties);
  if (names.length === 0) return "";
  const isOptional = (inputSchema.required ?? []).length === 0;
  return `args${isOptional ? "?" : ""}: ${schemaText(inputSchema)}`;
}

interface InputSchema {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly InputSchema[];
  readonly items?: InputSchema;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** The schema of an argument as TypeScript. */
function schemaText(given: unknown): string {
  const schema = given as InputSchema;
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf) return schema.anyOf.map(schemaText).join(" | ");
  if (schema.type === "array") {
    const of = schemaText(schema.items ?? {});
    return of.includes(" | ") ? `(${of})[]` : `${of}[]`;
  }
  if (schema.type !== "object") return INPUT_TYPES[String(schema.type)] ?? "any";
  const { properties = {}, required = [] } = schema;
  const fields = Object.entries(properties).map(
    ([name, inner]) => `${keyText(name)}${required.includes(name) ? "" : "?"}: ${schemaText(inner)}`,
  );
  return fields.length === 0 ? "Record<string, any>" : `{ ${fields.join("; ")} }`;
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
};

function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** A description cannot end the comment around it. */
function firstSentence(description: string): string {
  const [first = ""] = description.split(/(?<=\.) /, 1);
  return first.replaceAll("*/", "* /");
}
