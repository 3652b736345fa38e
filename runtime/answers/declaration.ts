import type { Answers, AnswerType, RecordType } from "../contract/answers.js";
import type { ListedTool } from "../contract/catalogue.js";
import { ArgumentsPrinter, inComment, keyText } from "./declared-arguments.js";
import { nameIn, openType, wholeTypeOf, type OpenType, type Scalar } from "./types.js";

/** Options of declarations. */
export interface DeclarationOptions {
  /**
   * Types with a name are declared this many levels below an answer. Of large ones further below, only the fields that
   * distinguish their values are shown.
   */
  readonly levels?: number;
  /**
   * How many of the tools are shown in full: with the type of their answer, their whole description, and words for their
   * arguments. The types of the others are only named. Absent, all types are declared, and no words explain arguments.
   */
  readonly inFull?: number;
}

const USUAL_LEVELS = 1;

/** A type with no more fields is declared at any level. */
const FEW_FIELDS = 6;

const IDENTIFYING = new Set(["id", "name", "title", "slug", "email", "number", "type", "state", "status"]);

/** The level of types that are only named. */
const ONLY_NAMED = Infinity;

/**
 * TypeScript of tools, for a program that calls them: one method with a line of words for each, then each type with a
 * name once. A field with `?` may be missing or null.
 */
export function declarationsOf(
  tools: readonly ListedTool[],
  answers: Answers,
  { levels = USUAL_LEVELS, inFull }: DeclarationOptions = {},
): string {
  const printer = new Printer(answers, levels);
  const inputs = new ArgumentsPrinter();
  const methods = tools.map((tool, at) => {
    const isExplained = inFull !== undefined && at < inFull;
    const args = inputs.text(tool, isExplained);
    const type = printer.type(wholeTypeOf(answers, tool.name), levelOf(at, inFull, levels));
    const words = isExplained ? tool.description : firstSentence(tool.description);
    return `  /** ${inComment(words)} */\n  ${tool.name}(${args}): Promise<${type}>;`;
  });
  const definitions = printer.definitions();
  return ["interface Api {", ...methods, "}", ...definitions, ...undeclared(printer.named)].join("\n");
}

/** Of the best tool's answer, the types inside are declared too. */
function levelOf(at: number, inFull: number | undefined, levels: number): number {
  if (inFull === undefined || at === 0) return 0;
  return at < inFull ? levels : ONLY_NAMED;
}

function undeclared(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`// Not declared here: ${names.join(", ")}. A search that finds their tool first declares them.`];
}

class Printer {
  readonly #answers: Answers;
  readonly #levels: number;
  /** Names to declare, with their level. */
  readonly #waiting = new Map<string, number>();
  readonly #named = new Set<string>();

  constructor(answers: Answers, levels: number) {
    this.#answers = answers;
    this.#levels = levels;
  }

  /** Types that were named, but not declared. */
  get named(): readonly string[] {
    return [...this.#named].filter((name) => !this.#waiting.has(name));
  }

  /** @param level the level of the types with a name in it */
  type(type: AnswerType, level: number): string {
    const open = openType(this.#answers, type);
    const name = nameIn(type);
    if (name === undefined || open.kind !== "record") return this.#open(open, level);
    if (level === ONLY_NAMED) {
      this.#named.add(name);
      return name;
    }
    if (level > this.#levels && Object.keys(open.fields).length > FEW_FIELDS) return this.#known(open);
    this.#waiting.set(name, Math.min(level, this.#waiting.get(name) ?? level));
    return name;
  }

  /** Of a large type that is not declared, only the fields that distinguish its values. */
  #known({ fields, required }: RecordType): string {
    const names = Object.keys(fields).filter((name) => IDENTIFYING.has(name));
    if (names.length === 0) return "object";
    const known = Object.fromEntries(names.map((name) => [name, fields[name]!]));
    const text = this.#record({ fields: known, required }, ONLY_NAMED);
    return text.replace(/ }$/, " /* more */ }");
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

  #record({ fields, required = [], rest }: RecordType, level: number): string {
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

function firstSentence(description: string): string {
  const [first = ""] = description.split(/(?<=\.) /, 1);
  return first;
}
